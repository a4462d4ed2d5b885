package org.muniment.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Keeps every other process, and every other archive in this one, out of a store.
record StoreLock(FileChannel channel) implements AutoCloseable {
    static StoreLock take(StoreLayout layout) throws IOException {
        DurableFiles.makeFolder(layout.store());
        var channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return new StoreLock(channel);
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new ArchiveIsInUse(layout.dataFolder());
        }
        channel.close();
        throw new ArchiveIsInUse(layout.dataFolder());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
