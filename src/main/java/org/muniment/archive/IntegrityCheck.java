package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogCheck;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.ProofIsInvalid;

/// This is the comparison of what is stored with what was signed.
public final class IntegrityCheck {
    private final OpenedStore store;
    private final InstantSource clock;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final List<String> remarks = new ArrayList<>();

    /// How much is read.
    public enum Level {
        /// Keys, segments with their chain and sizes, the last checkpoint: seconds at any size.
        QUICK,
        /// Every byte but no key: checksums, hashes of segments, indexes, the log against the public entries.
        SCRUB,
        /// Every byte: checksums, decryption, leaves, root, every checkpoint ever signed.
        FULL,
        /// What anybody can check on a copy with the log's public key alone: see [PublicCheck].
        THIRD_PARTY;

        /// As it is written: `third-party`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<String> remarks() {
            return this == SCRUB ? List.of(NOTHING_WAS_DECRYPTED) : List.of();
        }
    }

    static final String NOTHING_WAS_DECRYPTED =
            "Nothing was decrypted: that the content of each message is what its entry says, only a full check tells.";

    IntegrityCheck(OpenedStore store, InstantSource clock, Progress progress) {
        this.store = store;
        this.clock = clock;
        this.progress = progress;
    }

    IntegrityReport run(Level level) throws IOException {
        store.gate().shutBecause().ifPresent(reason -> findings.add("The archive is read-only: " + reason));
        long size = store.growth().size();
        List<KeyTable.Row> rows = store.segments().keys().rows();
        new KeyCheck(store, rows, findings).run();
        long checked = switch (level) {
            case QUICK -> quick(rows, size);
            case SCRUB -> all(rows, size, BodyCheck.CHECKSUM_ONLY);
            case FULL -> full(rows, size);
            case THIRD_PARTY -> throw new IllegalArgumentException("a third party opens no store: see PublicCheck");
        };
        var former = new FormerLogs(store, findings);
        if (level == Level.QUICK) former.quick();
        else former.full();
        remarks.addAll(level.remarks());
        return new IntegrityReport(level, checked, findings.all(), remarks);
    }

    private long quick(List<KeyTable.Row> rows, long size) {
        new ChainCheck(store.segments(), SegmentsCheck.begun(store.publicly(), rows, size), size, findings).run();
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
        var bodies = new RecordCheck(store.opener(), new DestructionCheck(store, findings::add));
        var segments = new SegmentsCheck(store.publicly(), rows, size, bodies, findings);
        return new FullCheck(segments, UnfinishedCheck.of(store), findings, remarks::add)
                .run(() -> LogFeed.begin(() -> logCheck(size), findings::add, progress, size), clock.instant());
    }

    /// Reads every byte that is on disk, signed or not; decrypts as far as `bodies` goes.
    private long all(List<KeyTable.Row> rows, long size, BodyCheck bodies) throws IOException {
        try (LogFeed log = LogFeed.begin(() -> logCheck(size), findings::add, progress, size)) {
            new SegmentsCheck(store.publicly(), rows, size, bodies, findings).run(log);
            return log.checked();
        }
    }

    /// Signing goes on: what is signed behind the entries counted is left to the next check.
    private Optional<LogCheck> logCheck(long size) throws IOException {
        return store.log().isEmpty()
                ? Optional.empty()
                : Optional.of(store.log().get().check(size));
    }
}
