package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogCheck;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;

/// The comparison of one copy of a store with what was signed.
final class SideCheck {
    private final OpenedStore store;
    private final StoreLayout layout;
    private final UnfinishedCheck unfinished;
    private final Progress progress;
    private final Findings findings;
    private final Consumer<String> remarks;

    /// @param layout where this copy is, whatever the store itself is read from
    /// @param unfinished where a full check of this copy is saved
    SideCheck(
            OpenedStore store,
            StoreLayout layout,
            UnfinishedCheck unfinished,
            Progress progress,
            Findings findings,
            Consumer<String> remarks) {
        this.store = store;
        this.layout = layout;
        this.unfinished = unfinished;
        this.progress = progress;
        this.findings = findings;
        this.remarks = remarks;
    }

    /// Returns how many entries were read.
    long run(IntegrityCheck.Level level, Instant now) throws IOException {
        long size = store.growth().size();
        List<KeyTable.Row> rows = store.segments().keys().rows();
        new KeyCheck(store, layout, rows, findings).run();
        long checked = switch (level) {
            case QUICK -> quick(rows, size);
            case SCRUB -> scrub(rows, size);
            case FULL -> full(rows, size, now);
            case THIRD_PARTY -> throw new IllegalArgumentException("a third party opens no store: see PublicCheck");
        };
        var former = new FormerLogs(store, layout, findings);
        if (level == IntegrityCheck.Level.QUICK) former.quick();
        else former.full();
        return checked;
    }

    private PublicStore publicly() {
        return new PublicStore(
                layout, store.identity().storeId(), store.identity().origin());
    }

    private long quick(List<KeyTable.Row> rows, long size) {
        new ChainCheck(publicly(), SegmentsCheck.begun(publicly(), rows, size), size, findings).run();
        findings.of(this::checkLastCheckpoint);
        return size;
    }

    private void checkLastCheckpoint() throws IOException {
        if (store.log().isEmpty()) return;
        Optional<Checkpoint> last = store.log().get().checkpoint();
        if (last.isEmpty()) return;
        Path file = layout.log(store.identity().origin()).resolve("checkpoint");
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

    private long full(List<KeyTable.Row> rows, long size, Instant now) throws IOException {
        var bodies = new RecordCheck(store.opener(), new DestructionCheck(store, findings::add));
        var segments = new SegmentsCheck(publicly(), rows, size, bodies, findings);
        return new FullCheck(segments, unfinished, findings, remarks)
                .run(() -> LogFeed.begin(() -> logCheck(size), findings::add, progress, size), now);
    }

    /// Reads every byte that is on disk, signed or not; decrypts nothing.
    private long scrub(List<KeyTable.Row> rows, long size) throws IOException {
        try (LogFeed log = LogFeed.begin(() -> logCheck(size), findings::add, progress, size)) {
            new SegmentsCheck(publicly(), rows, size, BodyCheck.CHECKSUM_ONLY, findings).run(log);
            return log.checked();
        }
    }

    /// Signing goes on: what is signed behind the entries counted is left to the next check.
    private Optional<LogCheck> logCheck(long size) throws IOException {
        return store.log().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        store.log().get().check(layout.log(store.identity().origin()), size));
    }
}
