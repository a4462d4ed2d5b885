package org.muniment.operator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.muniment.archive.DiskIsReadOnly;

/// The lock that keeps a data folder to one process. The operating system drops it when the process ends, however it
/// ends.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the folder at the first start, for its owner alone.
    static FolderLock makeAndTake(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return take(folder);
    }

    static FolderLock take(Path folder) throws IOException {
        FileChannel channel = open(folder);
        try {
            if (channel.tryLock() != null) return new FolderLock(channel);
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same refusal: two writers are two writers, in one process or two.
        }
        channel.close();
        throw new DataFolderIsInUse(folder);
    }

    private static FileChannel open(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw DiskIsReadOnly.orElse(failure, folder);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
