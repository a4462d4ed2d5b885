package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// An encrypted body before it is in a segment: in memory while it is small, else in a spool file.
final class SealedBody implements AutoCloseable {
    private static final long MEMORY_BYTES_MAX = 4L << 20;
    private static final int COPY_BYTES = 256 << 10;

    private final SpoolRoom room;
    private final List<byte[]> chunks = new ArrayList<>();
    private final CRC32C crc = new CRC32C();
    private long lengthBytes;
    private long memoryTaken;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    SealedBody(SpoolRoom room) {
        this.room = room;
    }

    long lengthBytes() {
        return lengthBytes;
    }

    int checksum() {
        return (int) crc.getValue();
    }

    /// Takes the chunk without a copy: for what was accounted for already.
    void take(byte[] chunk) {
        crc.update(chunk, 0, chunk.length);
        chunks.add(chunk);
        lengthBytes += chunk.length;
    }

    void append(byte[] chunk, int length) throws IOException {
        crc.update(chunk, 0, length);
        if (channel == null && lengthBytes + length <= MEMORY_BYTES_MAX && room.takeMemory(length)) {
            memoryTaken += length;
            chunks.add(Arrays.copyOf(chunk, length));
        } else {
            DurableFiles.writeFully(spool(), ByteBuffer.wrap(chunk, 0, length), lengthBytes);
        }
        lengthBytes += length;
    }

    private FileChannel spool() throws IOException {
        FileChannel open = channel;
        if (open != null) return open;
        Path path = room.newFile();
        file = path;
        open = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = open;
        long at = 0;
        for (byte[] chunk : chunks) {
            DurableFiles.writeFully(open, ByteBuffer.wrap(chunk), at);
            at += chunk.length;
        }
        forgetMemory();
        return open;
    }

    /// Gives all bytes out, in order. What comes back from the spool file is checked again.
    void copyTo(Sink sink) throws IOException {
        for (byte[] chunk : chunks) sink.take(ByteBuffer.wrap(chunk));
        FileChannel spooled = channel;
        if (spooled == null) return;
        CRC32C read = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
        for (long at = 0; at < lengthBytes; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(COPY_BYTES, lengthBytes - at));
            if (!DurableFiles.readFully(spooled, buffer, at)) throw new IOException("a spool file became shorter");
            read.update(buffer.flip());
            sink.take(buffer.rewind());
        }
        if (read.getValue() != crc.getValue()) throw new IOException("a spool file gave back other bytes than it got");
    }

    private void forgetMemory() {
        chunks.clear();
        room.releaseMemory(memoryTaken);
        memoryTaken = 0;
    }

    @Override
    public void close() throws IOException {
        forgetMemory();
        if (channel != null) channel.close();
        if (file != null) SpoolRoom.delete(file);
        channel = null;
        file = null;
    }

    interface Sink {
        void take(ByteBuffer bytes) throws IOException;
    }
}
