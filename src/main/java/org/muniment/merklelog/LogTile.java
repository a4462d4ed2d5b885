package org.muniment.merklelog;

/// This is one tile or bundle of a log as its file is, byte for byte (C2SP tlog-tiles).
public final class LogTile {
    private final byte[] bytes;
    private final boolean full;

    LogTile(byte[] bytes, boolean full) {
        this.bytes = bytes;
        this.full = full;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether it never changes any more.
    public boolean isFull() {
        return full;
    }
}
