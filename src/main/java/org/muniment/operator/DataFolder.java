package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchSettings;

/// This is an opened data folder: its lock, its alarms, its archive and, once somebody asks, its index. One process
/// holds it at a time.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final InstantSource clock;
    private final ZoneId zone;
    private final FolderLock lock;
    private final Alarms alarms;
    private final Archive archive;
    private @Nullable ArchiveSearch search;

    private DataFolder(Path path, InstantSource clock, ZoneId zone, FolderLock lock, Alarms alarms, Archive archive) {
        this.path = path;
        this.clock = clock;
        this.zone = zone;
        this.lock = lock;
        this.alarms = alarms;
        this.archive = archive;
    }

    /// Opens a data folder, making it at the first start. Days begin and end in `zone`. Throws [DataFolderIsInUse].
    public static DataFolder open(Path path, InstantSource clock, ZoneId zone) throws IOException {
        return open(path, ArchiveSettings.standard(), clock, zone);
    }

    /// The same, with the passphrase of the archive's keys in a file of the caller's choice.
    public static DataFolder open(Path path, Path passphraseFile, InstantSource clock, ZoneId zone) throws IOException {
        return open(path, ArchiveSettings.standard().withPassphraseFile(passphraseFile), clock, zone);
    }

    private static DataFolder open(Path path, ArchiveSettings settings, InstantSource clock, ZoneId zone)
            throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        FolderLock lock = FolderLock.take(path);
        Alarms alarms = Alarms.in(path.resolve("workflow"), clock);
        try {
            Archive archive = Archive.open(path, settings, alarms, clock);
            return new DataFolder(path, clock, zone, lock, alarms, archive);
        } catch (IOException | RuntimeException failure) {
            alarms.close();
            lock.close();
            throw failure;
        }
    }

    public Path path() {
        return path;
    }

    public InstantSource clock() {
        return clock;
    }

    public ZoneId zone() {
        return zone;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Archive archive() {
        return archive;
    }

    /// The index, following the log since it was first asked for.
    public synchronized ArchiveSearch search() throws IOException {
        ArchiveSearch opened = search;
        if (opened == null) {
            opened = ArchiveSearch.open(path.resolve("index"), archive, alarms, clock, SearchSettings.in(zone));
            opened.start();
            search = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        try (lock;
                alarms;
                archive) {
            if (search != null) search.close();
        }
    }
}
