package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/// Reads a file forward with large reads, whatever small pieces are asked for. Takes no more memory than there is to
/// read.
final class SegmentWindow implements AutoCloseable {
    private final DiskReader file;
    private final int bytesMax;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int room;
    private long start;
    private Optional<MessageDigest> digest = Optional.empty();
    private long digested;

    SegmentWindow(Path file, int bytes) throws IOException {
        this(DiskReader.cached(file), bytes);
    }

    private SegmentWindow(DiskReader file, int bytes) {
        this.file = file;
        this.bytesMax = bytes;
    }

    /// What it shows is read from the disk itself, if the file system can do that.
    static SegmentWindow pastCache(Path file, int bytes) throws IOException {
        return new SegmentWindow(DiskReader.pastCache(file), bytes);
    }

    long fileSize() throws IOException {
        return file.size();
    }

    /// Returns the bytes at a place: at least `wanted` (at most the size of the window), fewer only at the file's end.
    /// They are valid until the next call.
    ByteBuffer at(long offset, int wanted) throws IOException {
        if (offset < start || offset + wanted > start + buffer.limit()) fill(offset);
        int from = (int) (offset - start);
        return buffer.slice(Math.min(from, buffer.limit()), Math.max(0, buffer.limit() - from));
    }

    private void fill(long offset) throws IOException {
        // Whoever leaps over bytes has met damage, and a hash of the rest is of no use to anybody.
        if (offset > start + buffer.limit()) digest = Optional.empty();
        feedTo(Math.min(offset, start + buffer.limit()));
        int there = Math.clamp(file.size() - offset, 0, bytesMax);
        if (there > room) {
            buffer = file.buffer(there);
            room = there;
        }
        start = file.fill(buffer, offset);
    }

    /// From the file's beginning on, feeds what is read, in order, to a hash: the very bytes that
    /// were looked at, so that none is hashed that a check of them has not seen.
    void digest(MessageDigest hash) {
        digest = Optional.of(hash);
        digested = 0;
    }

    /// Feeds the rest up to a place that was reached.
    void digestTo(long end) {
        feedTo(end);
        digest = Optional.empty();
    }

    private void feedTo(long end) {
        if (digest.isEmpty() || end <= digested) return;
        digest.get().update(buffer.slice((int) (digested - start), (int) (end - digested)));
        digested = end;
    }

    /// Forgets what was read: the file has grown, or must be read again.
    void forget() {
        buffer.limit(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
