package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.jspecify.annotations.Nullable;

/// How much room there is: that of the fuller side, of those that are whole.
final class MirroredRoom extends FileStore {
    private final Copies copies;
    private final FileStore lead;
    private final String file;

    MirroredRoom(Copies copies, FileStore lead, String file) {
        this.copies = copies;
        this.lead = lead;
        this.file = file;
    }

    private FileStore fullest() throws IOException {
        FileStore fullest = lead;
        long least = Long.MAX_VALUE;
        for (Side side : copies.whole()) {
            try {
                FileStore store = Files.getFileStore(side.at(file));
                if (store.getUsableSpace() >= least) continue;
                fullest = store;
                least = store.getUsableSpace();
            } catch (IOException failure) {
                copies.leaveBehind(side, failure);
            }
        }
        return fullest;
    }

    @Override
    public String name() {
        return lead.name();
    }

    @Override
    public String type() {
        return lead.type();
    }

    @Override
    public boolean isReadOnly() {
        return lead.isReadOnly();
    }

    @Override
    public long getTotalSpace() throws IOException {
        return fullest().getTotalSpace();
    }

    @Override
    public long getUsableSpace() throws IOException {
        return fullest().getUsableSpace();
    }

    @Override
    public long getUnallocatedSpace() throws IOException {
        return fullest().getUnallocatedSpace();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return lead.supportsFileAttributeView(type);
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return lead.supportsFileAttributeView(name);
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return lead.getFileStoreAttributeView(type);
    }

    @Override
    public Object getAttribute(String attribute) throws IOException {
        return lead.getAttribute(attribute);
    }
}
