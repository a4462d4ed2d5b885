package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files with the keys of survivors that no row of the key table names: written before a stop, or replaced since.
record UnnamedSurvivors(OpenedStore store) {
    private static final Logger LOG = LoggerFactory.getLogger(UnnamedSurvivors.class);

    /// Deletes them. Only after the key table was found to be the one that the log leads to: an older one that somebody
    /// put back names others than the right one needs.
    void drop() {
        if (store.gate().shutBecause().isPresent()
                || !Files.isDirectory(store.layout().survivors())) return;
        try {
            dropAllBut(named());
        } catch (IOException theyHarmNobody) {
            LOG.warn("Keys that count for nothing any more could not be deleted", theyHarmNobody);
        }
    }

    private Set<Path> named() {
        Set<Path> named = new HashSet<>();
        for (KeyTable.Row row : store.segments().keys().rows())
            named.add(store.segments().survivorsFile(row));
        return named;
    }

    private void dropAllBut(Set<Path> named) throws IOException {
        try (var files = Files.newDirectoryStream(store.layout().survivors())) {
            for (Path file : files) if (!named.contains(file)) Files.delete(file);
        }
        DurableFiles.forceFolder(store.layout().survivors());
    }
}
