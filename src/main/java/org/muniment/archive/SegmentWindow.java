package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads a file forward with large reads, whatever small pieces are asked for.
final class SegmentWindow implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private long start;

    SegmentWindow(Path file, int bytes) throws IOException {
        this.channel = open(file);
        this.buffer = ByteBuffer.allocate(bytes).limit(0);
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
        start = offset;
        buffer.clear();
        DurableFiles.readFully(channel, buffer, offset);
        buffer.flip();
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
