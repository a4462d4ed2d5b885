package org.muniment.merklelog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// This is what goes along with a record and proves offline that it is in the log: its place, the way to the
/// root and the signed checkpoint (C2SP tlog-proof, without extra data).
public record TlogProof(InclusionProof inclusion, Checkpoint checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final int PATH_MAX = 63;

    public TlogProof {
        if (inclusion.treeSize() != checkpoint.size())
            throw new IllegalArgumentException(
                    "the proof is for size " + inclusion.treeSize() + ", the checkpoint for " + checkpoint.size());
    }

    public static TlogProof parse(byte[] bytes) throws NoteIsMalformed {
        String all = Canonical.text(bytes);
        int blank = all.indexOf("\n\n");
        if (blank < 0) throw new NoteIsMalformed("a proof is a head, a blank line and a checkpoint");
        String[] head = all.substring(0, blank).split("\n", -1);
        if (!head[0].equals(HEADER)) throw new NoteIsMalformed("the first line of a proof is " + HEADER);
        if (head.length < 2 || !head[1].startsWith(INDEX))
            throw new NoteIsMalformed("the second line of a proof is \"index\" and a number");
        if (head.length > 2 + PATH_MAX) throw new NoteIsMalformed("a proof has at most 63 hashes");
        List<Hash> path = new ArrayList<>();
        for (int i = 2; i < head.length; i++) path.add(Hash.parse(head[i]));
        long index = Canonical.decimal(head[1].substring(INDEX.length()), "the index");
        Checkpoint checkpoint = Checkpoint.parse(all.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        if (index >= checkpoint.size())
            throw new NoteIsMalformed("entry " + index + " is not in a log of size " + checkpoint.size());
        return new TlogProof(new InclusionProof(index, checkpoint.size(), path), checkpoint);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Returns the proof as it is written to a `.tlog-proof` file.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append(INDEX).append(inclusion.index()).append('\n');
        for (Hash hash : inclusion.path()) text.append(hash.base64()).append('\n');
        return text.append('\n').append(checkpoint).toString();
    }
}
