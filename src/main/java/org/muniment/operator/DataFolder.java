package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Departments;
import org.muniment.access.Tokens;
import org.muniment.alarm.Alarms;
import org.muniment.anchor.Anchors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.backup.Backup;
import org.muniment.integrity.IntegrityChecks;
import org.muniment.people.TokenSignIn;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchSettings;
import org.muniment.settings.CitySettings;
import org.muniment.tally.Tally;
import org.muniment.workflow.WorkflowDatabase;

/// This is an opened data folder: its lock, its alarms, its archive and, once somebody asks, its index. One process
/// holds it at a time.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final Settings settings;
    private final FolderLock lock;
    private final WorkflowDatabase workflow;
    private final Alarms alarms;
    private final MirroredData mirrored;
    private final Archive archive;
    private final AuditTrail audit;
    private final ZoneId zone;
    private final Tally tally;
    private final Anchors anchors;
    private final IntegrityChecks checks;
    private @Nullable ArchiveSearch search;
    private boolean closed;

    private DataFolder(
            Path path,
            Settings settings,
            FolderLock lock,
            WorkflowDatabase workflow,
            Alarms alarms,
            MirroredData mirrored,
            Archive archive) {
        this.path = path;
        this.settings = settings;
        this.lock = lock;
        this.workflow = workflow;
        this.alarms = alarms;
        this.mirrored = mirrored;
        this.archive = archive;
        this.tally = new Tally(archive, workflow);
        this.anchors = new Anchors(path, archive, settings.clock());
        this.audit = AuditTrail.in(
                mirrored.folder().resolve("audit"),
                archive.withSamePassphrase(settings.archive()),
                workflow,
                alarms,
                settings.clock());
        this.zone = CitySettings.timeZoneIn(workflow).orElse(settings.zone());
        this.checks = new IntegrityChecks(path, archive, audit, anchors, alarms, settings.clock(), zone);
    }

    /// What may differ from one opening to another: where the passphrase of the archive's keys is, if not in the
    /// standard place; the clock; where days begin and end.
    public record Settings(ArchiveSettings archive, InstantSource clock, ZoneId zone) {
        /// This machine's clock and zone, and the standard places for the passphrase.
        public static Settings standard() {
            return new Settings(ArchiveSettings.standard(), InstantSource.system(), ZoneId.systemDefault());
        }

        Settings(Path passphraseFile, InstantSource clock, ZoneId zone) {
            this(ArchiveSettings.standard().withPassphraseFile(passphraseFile), clock, zone);
        }
    }

    /// Opens a data folder, with its mirror if it has one, making it at the first start. Throws [DataFolderIsInUse],
    /// [FolderIsABackup].
    public static DataFolder open(Path path, Settings settings) throws IOException {
        return open(path, settings, Optional.empty());
    }

    /// The same with a mirror on another disk, which is filled if it is new.
    public static DataFolder open(Path path, Settings settings, Optional<Path> mirror) throws IOException {
        if (Backup.isIn(path)) throw new FolderIsABackup(path);
        FolderLock lock = FolderLock.makeAndTake(path);
        WorkflowDatabase workflow = WorkflowDatabase.in(path.resolve("workflow"));
        Alarms alarms = Alarms.in(workflow, settings.clock());
        try {
            var mirrored = MirroredData.open(path, mirror, alarms);
            Archive archive = mirrored.openArchive(settings.archive(), alarms, settings.clock());
            workflow.sealedBy(archive.keyFor("secrets in the workflow database"));
            return new DataFolder(path, settings, lock, workflow, alarms, mirrored, archive);
        } catch (IOException | RuntimeException failure) {
            alarms.close();
            workflow.close();
            lock.close();
            throw failure;
        }
    }

    public Path path() {
        return path;
    }

    Settings settings() {
        return settings;
    }

    public InstantSource clock() {
        return settings.clock();
    }

    /// Where days begin and end: what the city has set, else this machine's.
    public ZoneId zone() {
        return zone;
    }

    public WorkflowDatabase workflow() {
        return workflow;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Tally tally() {
        return tally;
    }

    MirroredData mirrored() {
        return mirrored;
    }

    public IntegrityChecks checks() {
        return checks;
    }

    public Archive archive() {
        return archive;
    }

    /// What others say about the log of the mail.
    public Anchors anchors() {
        return anchors;
    }

    /// The audit trail; it is begun when something is first written down.
    public AuditTrail audit() {
        return audit;
    }

    /// Whether people sign in to this folder. Asking makes no tables where there are none.
    boolean hasPeople() {
        return PeopleTable.hasPeople(workflow, clock());
    }

    Tokens tokens() {
        return TokenSignIn.in(workflow, audit, clock(), zone);
    }

    Departments departments() {
        return numbers -> new org.muniment.people.Departments(workflow).participants(numbers);
    }

    /// The index, following the log since it was first asked for.
    public synchronized ArchiveSearch search() throws IOException {
        ArchiveSearch opened = search;
        if (opened == null) {
            SearchSettings in = SearchSettings.in(zone)
                    .withJournalAddresses(JournalAddresses.in(path).addresses());
            opened = ArchiveSearch.open(path.resolve("index"), archive, alarms, settings.clock(), in);
            opened.start();
            search = opened;
        }
        return opened;
    }

    /// Closes everything in order; closing again does nothing.
    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        try (lock;
                workflow;
                alarms;
                mirrored;
                archive;
                audit) {
            if (search != null) search.close();
        }
    }
}
