package org.muniment.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Keeps every other process, and every other archive in this one, out of a store.
record StoreLock(FileChannel channel) implements AutoCloseable {
    static StoreLock take(StoreLayout layout) throws IOException {
        var channel = open(layout);
        try {
            if (channel.tryLock() != null) return new StoreLock(channel);
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new ArchiveIsInUse(layout.dataFolder());
        }
        channel.close();
        throw new ArchiveIsInUse(layout.dataFolder());
    }

    private static FileChannel open(StoreLayout layout) throws IOException {
        try {
            DurableFiles.makeFolder(layout.store());
            return FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw DiskIsReadOnly.orElse(failure, layout.dataFolder());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
