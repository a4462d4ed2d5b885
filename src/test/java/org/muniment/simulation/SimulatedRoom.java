package org.muniment.simulation;

import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.jspecify.annotations.Nullable;

/// How much room a [SimulatedDisk] has.
final class SimulatedRoom extends FileStore {
    private static final long TOTAL_BYTES = 1L << 40;

    private final SimulatedDisk disk;

    SimulatedRoom(SimulatedDisk disk) {
        this.disk = disk;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public String type() {
        return "simulated";
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public long getTotalSpace() {
        return TOTAL_BYTES;
    }

    @Override
    public long getUsableSpace() {
        synchronized (disk) {
            return disk.bytesLeft();
        }
    }

    @Override
    public long getUnallocatedSpace() {
        return getUsableSpace();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return false;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return false;
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) {
        throw new UnsupportedOperationException();
    }
}
