package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where each capture stands by its keyed fingerprint, so that a retry is recognised. Derived from the log: it may be
/// deleted at any time. What it says is only a hint: the original is read and compared before anything is called a
/// duplicate, so that a damaged table can never lose a message.
final class DuplicateTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateTable.class);
    private static final String FILE = "fingerprints.mv";
    private static final String POSITION = "position";
    private static final String FOLLOWED = "followed";
    private static final MVMap.Builder<Long, Long> TYPES =
            new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE);

    private final DuplicateKeys keys;
    private final MVStore store;
    private final MVMap<String, Long> position;
    private final Map<String, Entries> entries = new ConcurrentHashMap<>();

    /// The accession numbers of one generation, by fingerprint.
    ///
    /// @param recent those not written yet: a capture must not wait for a tree
    private record Entries(MVMap<Long, Long> written, Map<Long, Long> recent) {
        @Nullable
        Long find(long fingerprint) {
            Long found = recent.get(fingerprint);
            return found == null ? written.get(fingerprint) : found;
        }

        /// An entry leaves `recent` only when it is in `written`: whoever looks in this order finds it.
        void write() {
            var sorted = new TreeMap<>(recent);
            sorted.forEach(written::put);
            sorted.forEach(recent::remove);
        }
    }

    private DuplicateTable(DuplicateKeys keys, MVStore store) {
        this.keys = keys;
        this.store = store;
        this.position = store.openMap(POSITION);
    }

    static DuplicateTable open(Path named, DuplicateKeys keys) throws IOException {
        // It is derived, so a mirror has none of it.
        Path folder = DurableFiles.folderOf(named).toRealPath().resolve(String.valueOf(named.getFileName()));
        // On a file system that is not the machine's own, as tests have, the table stays in memory.
        if (!folder.getFileSystem().equals(FileSystems.getDefault()))
            return new DuplicateTable(
                    keys, new MVStore.Builder().autoCommitDisabled().open());
        DurableFiles.makeFolder(folder);
        Path file = folder.resolve(FILE);
        try {
            return new DuplicateTable(keys, open(file));
        } catch (MVStoreException unusable) {
            LOG.warn("The table of captures is unusable and is made again from the log", unusable);
            Files.deleteIfExists(file);
            return new DuplicateTable(keys, open(file));
        }
    }

    private static MVStore open(Path file) {
        return new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .autoCommitDisabled()
                .open();
    }

    /// Returns up to where the log was followed when the table was last written.
    long followed() {
        return position.getOrDefault(FOLLOWED, 0L);
    }

    void remember(CaptureIdentity identity, long accession) {
        var generation = keys.current(identity.channel());
        entries(generation).recent().put(generation.fingerprint(identity), accession);
    }

    /// Takes a capture from the log; one that no retry can match any more is left out.
    void follow(ArchivedMessage message, Instant now) throws IOException {
        CaptureIdentity identity = CaptureIdentity.of(message);
        if (identity.channel() == Channel.SMTP && isOver(message.capturedAt(), now)) return;
        remember(identity, message.accession().index());
    }

    /// Returns the original of a capture, read and compared.
    Optional<AccessionNumber> find(CaptureIdentity identity, Reading reading, Instant now) throws IOException {
        for (var generation : keys.all(identity.channel())) {
            Long candidate = entries(generation).find(generation.fingerprint(identity));
            if (candidate == null) continue;
            if (isOriginal(new AccessionNumber(candidate), identity, reading, now))
                return Optional.of(new AccessionNumber(candidate));
        }
        return Optional.empty();
    }

    private static boolean isOriginal(AccessionNumber candidate, CaptureIdentity identity, Reading reading, Instant now)
            throws IOException {
        try {
            ArchivedMessage original = reading.message(candidate);
            if (identity.channel() == Channel.SMTP && isOver(original.capturedAt(), now)) return false;
            return CaptureIdentity.of(original).equals(identity);
        } catch (CaptureWasDestroyed itIsCapturedAnew) {
            return false;
        }
    }

    private static boolean isOver(Instant capturedAt, Instant now) {
        return Duration.between(capturedAt, now).compareTo(DuplicateKeys.SMTP_RETRY) > 0;
    }

    private Entries entries(DuplicateKeys.Generation generation) {
        return entries.computeIfAbsent(
                generation.name(), name -> new Entries(store.openMap(name, TYPES), new ConcurrentHashMap<>()));
    }

    /// Writes the table. All captures before `followed` must have been remembered before this is called.
    void write(long followed, Instant now) throws IOException {
        if (keys.rotate(now)) dropForgotten();
        entries.values().forEach(Entries::write);
        if (followed == followed() && !store.hasUnsavedChanges()) return;
        position.put(FOLLOWED, followed);
        store.commit();
    }

    private void dropForgotten() {
        entries.keySet().retainAll(keys.names());
        for (String name : store.getMapNames())
            if (!name.equals(POSITION) && !keys.names().contains(name)) store.removeMap(name);
    }

    @Override
    public void close() {
        store.close();
    }

    interface Reading {
        ArchivedMessage message(AccessionNumber number) throws IOException;
    }
}
