package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;

/// This is the comparison of what is stored with what was signed.
public final class IntegrityCheck {
    private final OpenedStore store;
    private final Progress progress;
    private final Findings findings = new Findings();

    /// How much is read.
    public enum Level {
        /// Keys, segments with their chain and sizes, the last checkpoint: seconds at any size.
        QUICK,
        /// Every byte: checksums, decryption, leaves, root, every checkpoint ever signed.
        FULL
    }

    IntegrityCheck(OpenedStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    IntegrityReport run(Level level) throws IOException {
        store.gate().shutBecause().ifPresent(reason -> findings.add("The archive is read-only: " + reason));
        long size = store.growth().size();
        List<KeyTable.Row> rows = store.segments().keys().rows();
        new KeyCheck(store, rows, findings).run();
        long checked = switch (level) {
            case QUICK -> quick(rows, size);
            case FULL -> full(rows, size);
        };
        return new IntegrityReport(level, checked, findings.all());
    }

    private long quick(List<KeyTable.Row> rows, long size) {
        new ChainCheck(store.segments(), begun(rows, size), size, findings).run();
        findings.of(this::checkLastCheckpoint);
        return size;
    }

    private void checkLastCheckpoint() throws IOException {
        if (store.log().isEmpty()) return;
        Optional<Checkpoint> last = store.log().get().checkpoint();
        if (last.isEmpty()) return;
        Path file = store.layout().log(store.identity().origin()).resolve("checkpoint");
        try {
            Checkpoint onDisk = LogVerifier.checkpoint(
                    Files.readAllBytes(file), store.logKey().verifier());
            if (onDisk.size() < last.get().size()) findings.add(file + " is older than the last checkpoint signed");
            if (!store.log().get().root(onDisk.size()).equals(onDisk.root()))
                findings.add(file + " names a root that is not the log's");
        } catch (NoteIsMalformed | ProofIsInvalid e) {
            findings.add(file + ": " + e.getMessage());
        }
    }

    private long full(List<KeyTable.Row> rows, long size) throws IOException {
        try (LogFeed log = LogFeed.begin(store, findings::add, progress, size)) {
            segments(begun(rows, size), size, log);
            findings.of(log::end);
            return log.checked();
        }
    }

    private void segments(List<KeyTable.Row> rows, long size, SegmentCheck.EntrySink entries) {
        Optional<SegmentHeader.Ending> previous = Optional.of(SegmentHeader.Ending.NONE);
        for (int i = 0; i < rows.size(); i++) {
            KeyTable.Row row = rows.get(i);
            Optional<KeyTable.Row> following = i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.empty();
            long records = following.map(KeyTable.Row::firstAccession).orElse(size) - row.firstAccession();
            previous = new SegmentCheck(store, row, entries, findings::add)
                    .check(previous, records, following.flatMap(this::header));
        }
    }

    /// Leaves out what could not be made: it has a row, perhaps a file, but no record, and no later segment names it.
    private List<KeyTable.Row> begun(List<KeyTable.Row> rows, long size) {
        List<KeyTable.Row> begun = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<KeyTable.Row> later = rows.subList(i + 1, rows.size());
            long end = later.isEmpty() ? size : later.getFirst().firstAccession();
            boolean hasRecords = end > rows.get(i).firstAccession();
            if (hasRecords || isNamed(rows.get(i), later)) begun.add(rows.get(i));
        }
        return begun;
    }

    private boolean isNamed(KeyTable.Row row, List<KeyTable.Row> later) {
        return later.stream()
                .flatMap(other -> header(other).stream())
                .anyMatch(header -> header.previous().segmentId() == row.segmentId());
    }

    private Optional<SegmentHeader> header(KeyTable.Row row) {
        try {
            return Optional.of(Recovery.header(store.segments().file(row)));
        } catch (IOException foundWhenThatSegmentIsChecked) {
            return Optional.empty();
        }
    }
}
