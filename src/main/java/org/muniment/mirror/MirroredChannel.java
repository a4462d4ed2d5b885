package org.muniment.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// A file on both sides. Reads from one of them, from the other if that fails; writes and forces both.
final class MirroredChannel extends FileChannel {
    private static final long TRANSFERRED_BYTES_MAX = 64 << 10;

    private final Copies copies;
    private final Path file;
    private final SideChannels channels;
    private final boolean writable;
    private long position;

    MirroredChannel(Copies copies, Path file, SideChannels channels, boolean writable) {
        this.copies = copies;
        this.file = file;
        this.channels = channels;
        this.writable = writable;
    }

    /// What is read from one side.
    private interface Reading<T> {
        T from(FileChannel channel) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        if (!isOpen()) throw new ClosedChannelException();
        return Question.ask(copies, side -> reading.from(channels.on(side)));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = read(into, position);
        if (read > 0) position += read;
        return read;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        int start = into.position();
        return read(channel -> {
            into.position(start);
            return channel.read(into, at);
        });
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return read(into[offset]);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int written = write(from, position);
        position += written;
        return written;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        if (!isOpen()) throw new ClosedChannelException();
        if (!writable) throw new NonWritableChannelException();
        int length = from.remaining();
        copies.change(file, at, side -> writeFully(channels.on(side), from.duplicate(), at));
        from.position(from.limit());
        return length;
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) at += channel.write(bytes, at);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long written = 0;
        for (int i = offset; i < offset + length; i++) written += write(from[i]);
        return written;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        return read(FileChannel::size);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        copies.change(file, size, side -> channels.on(side).truncate(size));
        position = Math.min(position, size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        copies.changeAtOnce(side -> channels.on(side).force(metaData));
    }

    /// What is read may be read again from the other side; what is given on is given on once.
    @Override
    public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, TRANSFERRED_BYTES_MAX));
        if (read(bytes, at) <= 0) return 0;
        bytes.flip();
        long transferred = 0;
        while (bytes.hasRemaining()) transferred += target.write(bytes);
        return transferred;
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException();
    }

    /// On the data folder: the mirror has a lock of its own.
    @Override
    public FileLock lock(long at, long size, boolean shared) throws IOException {
        return channels.on(copies.lead()).lock(at, size, shared);
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
        return channels.on(copies.lead()).tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channels.close();
    }
}
