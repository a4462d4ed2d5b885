package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Checks what the next start needs before it can read anything: identity, keystore, key table, the files they name.
final class KeyCheck {
    private final OpenedStore store;
    private final StoreLayout layout;
    private final List<KeyTable.Row> rows;
    private final Findings findings;

    /// @param layout of the copy that is looked at
    KeyCheck(OpenedStore store, StoreLayout layout, List<KeyTable.Row> rows, Findings findings) {
        this.store = store;
        this.layout = layout;
        this.rows = rows;
        this.findings = findings;
    }

    void run() {
        checkKeys();
        checkNames();
    }

    /// The keys on disk, not those in memory: they are what the next start needs.
    private void checkKeys() {
        store.ring().check(layout, store.identity(), findings);
        findings.of(() -> {
            if (Files.exists(layout.duplicateKeys())) DuplicateKeys.read(layout.duplicateKeys());
        });
        findings.of(() -> DestructionBook.read(layout.destructions()));
        for (KeyTable.Row row : rows)
            if (row.survivors() != KeyTable.NO_SURVIVORS)
                findings.of(() -> Survivors.read(layout.survivors(row.survivors()), row));
        findings.of(() -> store.segments().keys().check(layout.keyTable(), findings));
    }

    /// Every segment is there, and no other.
    private void checkNames() {
        Set<Path> expected = new HashSet<>();
        rows.forEach(row -> expected.add(file(row)));
        findings.of(() -> {
            if (!Files.exists(layout.segments())) return;
            Files.walkFileTree(layout.segments(), new Names(file -> {
                if (!expected.contains(file) && !isKnownNow(file))
                    findings.add(file + ": no row of the key table names this segment");
            }));
        });
    }

    /// Every segment's name, beside work that goes on: a temporary file may be gone before it is looked at.
    private static final class Names extends SimpleFileVisitor<Path> {
        private final Consumer<Path> each;

        Names(Consumer<Path> each) {
            this.each = each;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX)) each.accept(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
            if (trouble instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw trouble;
        }
    }

    private Path file(KeyTable.Row row) {
        return layout.segment(row.segmentId(), row.created());
    }

    private boolean isKnownNow(Path file) {
        return store.segments().keys().rows().stream().anyMatch(row -> file(row).equals(file));
    }
}
