package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogCheck;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;

/// This is the comparison of what is stored with what was signed.
public final class IntegrityCheck {
    private static final int FINDINGS_MAX = 1_000;

    private final OpenedStore store;
    private final Progress progress;
    private final List<String> findings = new ArrayList<>();

    /// How much is read.
    public enum Level {
        /// Keys, segments and their sizes, the last segment's chain, the last checkpoint: seconds at any size.
        QUICK,
        /// Every byte: checksums, decryption, leaves, root, every checkpoint ever signed.
        FULL
    }

    IntegrityCheck(OpenedStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    IntegrityReport run(Level level) throws IOException {
        store.gate().shutBecause().ifPresent(reason -> find("The archive is read-only: " + reason));
        long size = store.growth().size();
        List<KeyTable.Row> rows = store.segments().keys().rows();
        checkKeys(rows);
        checkNames(rows);
        long checked = switch (level) {
            case QUICK -> quick(rows, size);
            case FULL -> full(rows, size);
        };
        return new IntegrityReport(level, checked, findings);
    }

    /// The keys on disk, not those in memory: they are what the next start needs.
    private void checkKeys(List<KeyTable.Row> rows) {
        StoreLayout layout = store.layout();
        guarded(() -> {
            StoreIdentity identity = StoreIdentity.read(layout);
            if (!identity.equals(store.identity())) find(layout.identity() + " is that of another store");
            if (!StoreIdentity.sha256(Files.readAllBytes(layout.keystore())).equals(identity.keystoreSha256()))
                find(layout.keystore() + " is not the keystore of this store, or damaged: restore it from its escrow");
        });
        guarded(() -> {
            if (Files.exists(layout.duplicateKeys())) DuplicateKeys.read(layout.duplicateKeys());
        });
        guarded(() -> {
            if (rows.isEmpty()) return;
            List<KeyTable.Row> onDisk = KeyTable.read(layout.keyTable());
            for (int i = 0; i < rows.size(); i++)
                if (i >= onDisk.size() || !onDisk.get(i).isSame(rows.get(i)))
                    find(layout.keyTable() + ": the row of segment "
                            + rows.get(i).segmentId() + " was changed");
        });
    }

    /// Every segment is there, and no other.
    private void checkNames(List<KeyTable.Row> rows) {
        Set<Path> expected = new HashSet<>();
        rows.forEach(row -> expected.add(store.segments().file(row)));
        guarded(() -> {
            if (!Files.exists(store.layout().segments())) return;
            try (var files = Files.walk(store.layout().segments())) {
                files.filter(file -> file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX))
                        .filter(file -> !expected.contains(file))
                        .filter(file -> !isKnownNow(file))
                        .forEach(file -> find(file + ": no row of the key table names this segment"));
            }
        });
    }

    private boolean isKnownNow(Path file) {
        return store.segments().keys().rows().stream()
                .anyMatch(row -> store.segments().file(row).equals(file));
    }

    private long quick(List<KeyTable.Row> rows, long size) {
        for (int i = 0; i < rows.size(); i++) {
            KeyTable.Row row = rows.get(i);
            long next = i + 1 < rows.size() ? rows.get(i + 1).firstAccession() : size;
            if (next > row.firstAccession()) guarded(() -> checkSize(row));
        }
        if (!rows.isEmpty() && size > rows.getLast().firstAccession())
            guarded(() -> Recovery.header(store.segments().file(rows.getLast())));
        guarded(this::checkLastCheckpoint);
        return size;
    }

    private void checkSize(KeyTable.Row row) throws IOException {
        Path file = store.segments().file(row);
        if (!Files.exists(file)) find(file + " is missing");
        else if (Files.size(file) <= SegmentHeader.SIZE_BYTES) find(file + " is too short");
    }

    private void checkLastCheckpoint() throws IOException {
        if (store.log().isEmpty()) return;
        Optional<Checkpoint> last = store.log().get().checkpoint();
        if (last.isEmpty()) return;
        Path file = store.layout().log(store.identity().origin()).resolve("checkpoint");
        try {
            Checkpoint onDisk = LogVerifier.checkpoint(
                    Files.readAllBytes(file), store.logKey().verifier());
            if (onDisk.size() < last.get().size()) find(file + " is older than the last checkpoint signed");
            if (!store.log().get().root(onDisk.size()).equals(onDisk.root()))
                find(file + " names a root that is not the log's");
        } catch (NoteIsMalformed | ProofIsInvalid e) {
            find(file + ": " + e.getMessage());
        }
    }

    private long full(List<KeyTable.Row> rows, long size) throws IOException {
        if (store.log().isEmpty()) return segments(rows, size, text -> {});
        // What is on disk but not signed yet is read as well; the log's check takes only what was signed.
        try (LogCheck check = store.log().get().check()) {
            long[] fed = {0};
            long checked = segments(rows, size, text -> {
                if (fed[0]++ < check.size()) check.next(text);
            });
            check.findings().forEach(this::find);
            return checked;
        } catch (IOException damage) {
            find("The log: " + damage.getMessage());
            return 0;
        }
    }

    private long segments(List<KeyTable.Row> rows, long size, SegmentCheck.EntrySink entries) {
        long[] checked = {0};
        SegmentHeader.Ending previous = SegmentHeader.Ending.NONE;
        for (int i = 0; i < rows.size(); i++) {
            KeyTable.Row row = rows.get(i);
            Optional<KeyTable.Row> following = i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.empty();
            long records = following.map(KeyTable.Row::firstAccession).orElse(size) - row.firstAccession();
            if (records == 0
                    && following.isPresent()
                    && !Files.exists(store.segments().file(row))) continue;
            SegmentHeader.Ending expected = previous;
            Optional<SegmentHeader> next = following.flatMap(this::header);
            guarded(() -> new SegmentCheck(
                            store,
                            row,
                            text -> {
                                entries.next(text);
                                progress.reached(++checked[0], size);
                            },
                            this::find)
                    .check(expected, records, next));
            previous = next.map(SegmentHeader::previous).orElse(SegmentHeader.Ending.NONE);
        }
        return checked[0];
    }

    private Optional<SegmentHeader> header(KeyTable.Row row) {
        try {
            return Optional.of(Recovery.header(store.segments().file(row)));
        } catch (IOException foundWhenThatSegmentIsChecked) {
            return Optional.empty();
        }
    }

    private void guarded(Check check) {
        try {
            check.run();
        } catch (NoSuchFileException missing) {
            find(missing.getFile() + " is missing");
        } catch (IOException damage) {
            find(String.valueOf(damage.getMessage()));
        }
    }

    private void find(String sentence) {
        if (findings.size() < FINDINGS_MAX) findings.add(sentence);
    }

    private interface Check {
        void run() throws IOException;
    }
}
