package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogIsDamaged;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.MerkleLog;

/// A store after recovery: all that reading needs, and where writing goes on.
///
/// @param log empty if what is on disk is not what was signed; the store is read-only then
record OpenedStore(
        StoreLayout layout,
        StoreLock lock,
        StoreIdentity identity,
        KeyRing ring,
        LogKey logKey,
        Segments segments,
        SegmentChain chain,
        Growth growth,
        WriteGate gate,
        RecordOpener opener,
        Optional<MerkleLog> log)
        implements AutoCloseable {
    static OpenedStore open(
            Path dataFolder, ArchiveSettings settings, Alarms alarms, InstantSource clock, Workbenches benches)
            throws IOException {
        var layout = new StoreLayout(dataFolder.toAbsolutePath());
        var lock = StoreLock.take(layout);
        try {
            return open(layout, lock, settings, alarms, clock, benches);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static OpenedStore open(
            StoreLayout layout,
            StoreLock lock,
            ArchiveSettings settings,
            Alarms alarms,
            InstantSource clock,
            Workbenches benches)
            throws IOException {
        Leftovers.force(layout);
        var identity = StoreIdentity.openOrCreate(layout, settings, clock.instant());
        var vault = identity.openVault(layout, settings);
        if (vault.passphrase().file().isPresent())
            watchPassphrase(vault.passphrase().file().get(), alarms);
        var ring = KeyRing.open(layout, vault);
        var segments = new Segments(layout, KeyTable.open(layout.keyTable(), ring), identity.origin());
        var gate = new WriteGate(alarms);
        var logKey = LogKey.of(identity.origin(), vault.logKeyPair());
        Optional<MerkleLog> log = openLog(layout, logKey, gate);
        var recovery = new Recovery(layout, segments, identity, settings, alarms, gate);
        var chain = recovery.recover(signedSize(log));
        return new OpenedStore(
                layout,
                lock,
                identity,
                ring,
                logKey,
                segments,
                chain,
                new Growth(chain.nextAccession()),
                gate,
                new RecordOpener(segments, benches),
                log);
    }

    private static void watchPassphrase(Path file, Alarms alarms) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix == null) return;
        var others = EnumSet.copyOf(posix.readAttributes().permissions());
        others.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!others.isEmpty())
            alarms.raise(AlarmKind.PASSPHRASE_EXPOSED, "The passphrase file " + file + " is open to other users.");
    }

    private static Optional<MerkleLog> openLog(StoreLayout layout, LogKey key, WriteGate gate) throws IOException {
        try {
            return Optional.of(MerkleLog.open(layout.log(key.origin()), key));
        } catch (LogIsDamaged damage) {
            gate.shut(AlarmKind.STORE_DAMAGED, "the log is not what was signed: " + damage.getMessage());
            return Optional.empty();
        }
    }

    /// Empty if it cannot be known what was signed.
    private static OptionalLong signedSize(Optional<MerkleLog> log) {
        if (log.isEmpty()) return OptionalLong.empty();
        return OptionalLong.of(log.get().checkpoint().map(Checkpoint::size).orElse(0L));
    }

    PublicStore publicly() {
        return new PublicStore(layout, identity.storeId(), identity.origin());
    }

    StoredRecord record(AccessionNumber number) throws IOException {
        if (number.index() >= growth.size()) throw new NoSuchCapture(number, "the log ends before it");
        KeyTable.Row row = segments.holding(number.index());
        long offset = segments.offset(row, number.index());
        try (var window = new SegmentWindow(segments.file(row), RecordOpener.WINDOW_BYTES)) {
            StoredRecord record = StoredRecord.readHeader(window, row, offset, number.index());
            if (!RecordOpener.isSmall(record.header())) return record;
            if (record.header().bodyLength() <= RecordOpener.WINDOW_BYTES) return record.withBody(window);
        }
        try (var window = new SegmentWindow(segments.file(row), BodyCipher.SEALED_CHUNK_BYTES)) {
            return StoredRecord.readHeader(window, row, offset, number.index()).withBody(window);
        }
    }

    ArchivedMessage message(AccessionNumber number) throws IOException {
        StoredRecord record = record(number);
        if (record.header().entry() instanceof EntryFields.CaptureFields fields)
            return kept(new ArchivedMessage(record, fields, opener, segments.origin(record)));
        throw new NoSuchCapture(number, "the entry is a " + record.header().type());
    }

    /// Returns the lifecycle entry with this number; empty if it is another kind of entry.
    Optional<LifecycleEvent> event(AccessionNumber number) throws IOException {
        StoredRecord record = record(number);
        if (record.header().type() != RecordType.LIFECYCLE) return Optional.empty();
        return EntryReader.entry(record, opener, segments) instanceof LogEntry.Lifecycle it
                ? Optional.of(it.event())
                : Optional.empty();
    }

    private ArchivedMessage kept(ArchivedMessage message) throws StoreIsDamaged {
        var authorisation = opener.keys().destroyedUnder(message.accession().index());
        if (authorisation.isPresent()) throw new CaptureWasDestroyed(message.accession(), authorisation.get());
        return message;
    }

    /// When the last entry was written; empty if there is none, or if it cannot be read.
    Optional<Instant> lastEntryAt() throws IOException {
        if (growth.size() == 0) return Optional.empty();
        try {
            var last = record(new AccessionNumber(growth.size() - 1));
            return Optional.of(Micros.instant(last.header().entry().timeMicros()));
        } catch (StoreIsDamaged foundByWhoeverReadsIt) {
            return Optional.empty();
        }
    }

    EntryReader entries(long from) {
        return new EntryReader(new RecordWalk(segments, growth, from), opener, segments);
    }

    ArrivalReader arrivals(long from) {
        return new ArrivalReader(new RecordWalk(segments, growth, from));
    }

    @Override
    public void close() throws IOException {
        chain.close();
        if (log.isPresent()) log.get().close();
        lock.close();
    }
}
