package org.muniment.merklelog;

/// This is the size and root of a log, signed (C2SP tlog-checkpoint). Whoever holds it can be shown that the
/// log only grew.
public record Checkpoint(String origin, long size, Hash root, SignedNote note) {
    public Checkpoint {
        if (!note.text().equals(text(origin, size, root)))
            throw new IllegalArgumentException("the note does not say what the checkpoint says");
    }

    /// Returns the checkpoint these bytes spell. Its signature is not yet believed: see
    /// [LogVerifier#checkpoint].
    public static Checkpoint parse(byte[] bytes) throws NoteIsMalformed {
        SignedNote note = SignedNote.parse(bytes);
        String[] lines = note.text().split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty())
            throw new NoteIsMalformed(
                    "a checkpoint has three lines: origin, size and root; extension lines are not used");
        return new Checkpoint(lines[0], Canonical.decimal(lines[1], "the size"), Hash.parse(lines[2]), note);
    }

    static Checkpoint sign(LogKey key, long size, Hash root) {
        return new Checkpoint(key.origin(), size, root, key.signCheckpoint(size, root));
    }

    static String text(String origin, long size, Hash root) {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    public byte[] bytes() {
        return note.bytes();
    }

    @Override
    public String toString() {
        return note.toString();
    }
}
