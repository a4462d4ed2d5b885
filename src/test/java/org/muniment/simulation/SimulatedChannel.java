package org.muniment.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// A channel to a file, or to a folder that is to be forced.
final class SimulatedChannel extends FileChannel {
    private final SimulatedFileSystem process;
    private final SimulatedDisk disk;
    private final Path path;
    private final Node node;
    private final boolean writable;
    private long position;

    SimulatedChannel(SimulatedFileSystem process, Path path, Node node, boolean writable) {
        this.process = process;
        this.path = path;
        this.disk = process.disk();
        this.node = node;
        this.writable = writable;
    }

    private SimulatedFile file() throws IOException {
        if (node instanceof SimulatedFile file) return file;
        throw new IOException("Is a directory");
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = read(into, position);
        if (read > 0) position += read;
        return read;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        synchronized (disk) {
            disk.told("read", path, at, into.remaining());
            disk.beforeRead(process);
            disk.incidents().beforeRead(path, at, into.remaining());
            byte[] bytes = into.hasArray() ? into.array() : new byte[into.remaining()];
            int offset = into.hasArray() ? into.arrayOffset() + into.position() : 0;
            int read = file().read(bytes, offset, into.remaining(), at);
            disk.afterRead(bytes, offset, read);
            if (into.hasArray()) into.position(into.position() + Math.max(0, read));
            else if (read > 0) into.put(bytes, 0, read);
            return read;
        }
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
        if (!writable) throw new NonWritableChannelException();
        disk.incidents().aboutToWrite(path);
        synchronized (disk) {
            process.requireRunning();
            disk.incidents().requirePresent();
            byte[] bytes = new byte[disk.taken(from.remaining())];
            from.get(from.position(), bytes);
            disk.told("write", path, at, bytes.length);
            disk.write(process, file(), bytes, bytes.length, at);
            disk.incidents().written(path, at, bytes.length);
            from.position(from.position() + bytes.length);
            return bytes.length;
        }
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        return write(from[offset]);
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
        synchronized (disk) {
            process.requireRunning();
            disk.incidents().requirePresent();
            return file().size();
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.told("truncate", path, size);
            disk.beforeDeleting(process);
            disk.incidents().requirePresent();
            file().truncate(size);
            return this;
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        synchronized (disk) {
            disk.told("force", path);
            disk.incidents().requirePresent();
            switch (node) {
                case SimulatedFile file -> disk.force(process, file);
                case SimulatedFolder folder -> disk.force(process, folder);
            }
        }
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) {
        return new Lock(this, at, size, shared);
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) {
        return lock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() {}

    /// Always given: there is one process at a time.
    private static final class Lock extends FileLock {
        Lock(FileChannel channel, long at, long size, boolean shared) {
            super(channel, at, size, shared);
        }

        @Override
        public boolean isValid() {
            return acquiredBy().isOpen();
        }

        @Override
        public void release() {}
    }
}
