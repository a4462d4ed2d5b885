package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads a file in pieces: as the operating system likes, or past its page cache, so that what is
/// read is what the disk holds and not what memory remembers of it (open(2), `O_DIRECT`).
sealed interface DiskReader extends AutoCloseable {
    /// Returns a buffer that [#fill] takes and that has room for these bytes, wherever they begin.
    ByteBuffer buffer(int bytes);

    /// Fills a buffer with what begins at a place or shortly before it, up to the file's end; returns where it begins.
    long fill(ByteBuffer into, long offset) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;

    static DiskReader cached(Path file) throws IOException {
        return new Cached(open(file));
    }

    /// Past the page cache if the file system can do that, and as usual if it cannot.
    static DiskReader pastCache(Path file) throws IOException {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) return cached(file);
        try {
            return probed(new Direct(
                    FileChannel.open(file, StandardOpenOption.READ, pastCache()),
                    Math.toIntExact(Files.getFileStore(file).getBlockSize())));
        } catch (NoSuchFileException missing) {
            throw missing(file, missing);
        } catch (UnsupportedOperationException | IOException cannot) {
            return cached(file);
        }
    }

    /// Some file systems refuse at the first read and not when a file is opened: that is no damage.
    private static DiskReader probed(Direct reader) throws IOException {
        try {
            var _ = reader.fill(reader.buffer(1), 0);
            return reader;
        } catch (IOException cannot) {
            reader.close();
            throw cannot;
        }
    }

    /// The JDK has the option in a package that no compiler lets through without a warning.
    private static OpenOption pastCache() {
        try {
            return (OpenOption) Class.forName("com.sun.nio.file.ExtendedOpenOption")
                    .getField("DIRECT")
                    .get(null);
        } catch (ReflectiveOperationException another) {
            throw new UnsupportedOperationException("this Java cannot read past the page cache", another);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw missing(file, missing);
        }
    }

    private static StoreIsDamaged missing(Path file, NoSuchFileException missing) {
        return new StoreIsDamaged("the segment " + file + " is missing", missing);
    }

    /// Reads as the operating system likes.
    record Cached(FileChannel channel) implements DiskReader {
        @Override
        public ByteBuffer buffer(int bytes) {
            return ByteBuffer.allocate(bytes);
        }

        @Override
        public long fill(ByteBuffer into, long offset) throws IOException {
            DurableFiles.readFully(channel, into.clear(), offset);
            into.flip();
            return offset;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Reads past the page cache.
    ///
    /// @param block memory, place and length of a read are multiples of these bytes
    record Direct(FileChannel channel, int block) implements DiskReader {
        @Override
        public ByteBuffer buffer(int bytes) {
            int blocks = Math.ceilDiv(bytes, block) + 1;
            return ByteBuffer.allocateDirect((blocks + 1) * block)
                    .alignedSlice(block)
                    .slice(0, blocks * block);
        }

        @Override
        public long fill(ByteBuffer into, long offset) throws IOException {
            long start = offset - offset % block;
            into.clear();
            // A read that is no whole number of blocks has reached the file's end.
            while (into.hasRemaining() && into.position() % block == 0)
                if (channel.read(into, start + into.position()) < 0) break;
            into.flip();
            return start;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
