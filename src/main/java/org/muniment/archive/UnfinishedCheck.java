package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;

/// Where a full check has come, signed and on disk after each segment, so that one that is stopped goes on there. The
/// root over all entries read so far goes along: the log must lead to the same one, or the check begins anew.
record UnfinishedCheck(Path file, LogKey key) {
    private static final String FIRST_LINE = "muniment unfinished full check v1";
    private static final String FINDING = "finding ";
    private static final int FIXED_LINES = 9;
    /// What was read longer ago is read again.
    private static final Duration AGE_MAX = Duration.ofDays(7);

    /// @param position number of the first entry that was not read yet
    /// @param ending how the last segment read ends
    record Reached(
            Instant begunAt,
            long position,
            long checked,
            Hash root,
            SegmentHeader.Ending ending,
            List<String> findings) {}

    /// Each copy of a mirrored store has its own.
    static UnfinishedCheck of(OpenedStore store, StoreLayout copy) {
        Path data = store.layout().dataFolder();
        boolean isMirror = !copy.dataFolder().toString().equals(data.toString());
        return new UnfinishedCheck(
                data.resolve("verification").resolve(isMirror ? "full.reached.mirror" : "full.reached"),
                store.logKey());
    }

    void save(Reached reached) throws IOException {
        var text = new StringBuilder(FIRST_LINE);
        for (Object line : List.of(
                reached.begunAt,
                reached.position,
                reached.checked,
                reached.root.base64(),
                reached.ending.segmentId(),
                reached.ending.forcedEnd(),
                reached.ending.hash().hex(),
                reached.ending.manner())) text.append('\n').append(line);
        for (String finding : reached.findings)
            text.append('\n').append(FINDING).append(finding.replaceAll("\\p{Cntrl}", " "));
        DurableFiles.makeFolder(DurableFiles.folderOf(file));
        DurableFiles.replace(file, key.sign(text.append('\n').toString()).bytes());
    }

    /// Returns where the last one was stopped; nothing that is old, damaged, or not signed by this archive.
    Optional<Reached> load(Instant now) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(file));
            note.verify(key.verifier());
            return Optional.of(parse(note.text().lines().toList()))
                    .filter(it -> it.begunAt.plus(AGE_MAX).isAfter(now));
        } catch (NoteIsMalformed | ProofIsInvalid | RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Reached parse(List<String> lines) throws NoteIsMalformed {
        if (lines.size() < FIXED_LINES || !lines.getFirst().equals(FIRST_LINE))
            throw new IllegalArgumentException("this is another note");
        var ending = new SegmentHeader.Ending(
                Long.parseLong(lines.get(5)),
                Long.parseLong(lines.get(6)),
                Hash.of(HexFormat.of().parseHex(lines.get(7))),
                SegmentHeader.Manner.valueOf(lines.get(8)));
        List<String> findings = new ArrayList<>();
        for (String line : lines.subList(FIXED_LINES, lines.size())) findings.add(line.substring(FINDING.length()));
        return new Reached(
                Instant.parse(lines.get(1)),
                Long.parseLong(lines.get(2)),
                Long.parseLong(lines.get(3)),
                Hash.parse(lines.get(4)),
                ending,
                findings);
    }

    void end() throws IOException {
        Files.deleteIfExists(file);
    }
}
