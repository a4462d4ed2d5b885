package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/// Reads a file forward with large reads, whatever small pieces are asked for. Takes no more memory than there is to
/// read.
final class SegmentWindow implements AutoCloseable {
    private final FileChannel channel;
    private final int bytesMax;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long start;
    private Optional<MessageDigest> digest = Optional.empty();

    SegmentWindow(Path file, int bytes) throws IOException {
        this.channel = open(file);
        this.bytesMax = bytes;
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw new StoreIsDamaged("the segment " + file + " is missing", missing);
        }
    }

    long fileSize() throws IOException {
        return channel.size();
    }

    /// Returns the bytes at a place: at least `wanted` (at most the size of the window), fewer only at the file's end.
    /// They are valid until the next call.
    ByteBuffer at(long offset, int wanted) throws IOException {
        if (offset < start || offset + wanted > start + buffer.limit()) fill(offset);
        int from = (int) (offset - start);
        return buffer.slice(Math.min(from, buffer.limit()), Math.max(0, buffer.limit() - from));
    }

    private void fill(long offset) throws IOException {
        digest.ifPresent(hash -> hash.update(buffer.array(), 0, (int) (offset - start)));
        start = offset;
        long there = Math.min(bytesMax, channel.size() - offset);
        if (there > buffer.capacity()) buffer = ByteBuffer.allocate((int) there);
        buffer.clear();
        DurableFiles.readFully(channel, buffer, offset);
        buffer.flip();
    }

    /// From the file's beginning on, feeds what is read, in order, to a hash: the very bytes that
    /// were looked at, so that none is hashed that a check of them has not seen.
    void digest(MessageDigest hash) {
        digest = Optional.of(hash);
    }

    /// Feeds the rest up to a place that was reached.
    void digestTo(long end) {
        digest.ifPresent(hash -> hash.update(buffer.array(), 0, (int) (end - start)));
        digest = Optional.empty();
    }

    /// Forgets what was read: the file has grown, or must be read again.
    void forget() {
        buffer.limit(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
