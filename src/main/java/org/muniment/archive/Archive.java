package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.crypto.SecretKey;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.MerkleLog;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.SignedNote;

/// This is the archive: every capture byte for byte under its accession number, with a log that proves it.
public final class Archive implements AutoCloseable {
    private static final int SPOOL_MEMORY_SHARE = 8;

    private final OpenedStore store;
    private final InstantSource clock;
    private final Room room;
    private final ClockWatch clockWatch;
    private final Committer committer;
    private final DuplicateTable duplicates;
    private final DuplicateFollower follower;
    private final Reception reception;
    private final HoldWatch holds = new HoldWatch();
    private final Destructions destructions;
    private final Optional<Integrator> integrator;
    private final RootKeys rootKeys;
    private volatile Optional<String> demonstration;

    private Archive(
            OpenedStore store, ArchiveSettings settings, Alarms alarms, InstantSource clock, Workbenches benches)
            throws IOException {
        StoreLayout layout = store.layout();
        this.store = store;
        this.clock = clock;
        this.room = new Room(Files.getFileStore(layout.store()), settings, alarms);
        this.clockWatch = new ClockWatch(clock, System::nanoTime, alarms);
        store.lastEntryAt().ifPresent(clockWatch::compareWithLastEntry);
        this.committer = new Committer(store.chain(), store.growth(), room, store.gate(), alarms, clock);
        var keys = DuplicateKeys.open(layout.duplicateKeys(), settings.random(), clock.instant());
        this.duplicates = DuplicateTable.open(layout.duplicates(), keys);
        this.follower = new DuplicateFollower(duplicates, store, clock);
        long spoolMemory = Runtime.getRuntime().maxMemory() / SPOOL_MEMORY_SHARE;
        var leaving = new Leaving();
        this.reception = new Reception(
                benches,
                SpoolRoom.open(layout.spool(), settings.random(), spoolMemory),
                settings.random(),
                committer,
                new Repetitions(duplicates, store::message, clock),
                leaving,
                alarms);
        this.demonstration = Demonstration.in(store);
        this.rootKeys = new RootKeys(store, settings.random(), this::record);
        var destructionLog = new DestructionLog(store, reception::record, this::publish);
        this.destructions = new Destructions(
                store, destructionLog, holds, leaving, new ArchiveRoots(rootKeys), alarms, settings.random());
        this.integrator =
                store.log().map(log -> new Integrator(log, store, alarms, settings.publishEvery(), this::everySecond));
    }

    /// Whether an archive was ever begun in this folder, whatever became of it; opening one where there is none begins
    /// it.
    public static boolean isIn(Path dataFolder) {
        return Files.exists(new StoreLayout(dataFolder).store());
    }

    /// Returns settings for a second store of the same folder, without opening this one.
    public static ArchiveSettings settingsBeside(Path dataFolder, ArchiveSettings settings) throws IOException {
        if (settings.passphraseSource().given().isPresent()) return settings;
        String storeId =
                StoreIdentity.read(new StoreLayout(dataFolder)).storeId().hex();
        return settings.withPassphraseFile(settings.passphraseFile().apply(storeId));
    }

    /// Returns where the passphrase of the keystore was found.
    public String passphrasePlace() {
        return store.ring().vault().passphrase().place();
    }

    /// Opens the archive in a data folder; makes it, with its keys, at the first start. Recovers from whatever stopped
    /// the last process. A store that contradicts its own log opens read-only, with an alarm. Refuses with
    /// [ArchiveIsInUse] or [StoreIsDamaged] what cannot be opened at all.
    public static Archive open(Path dataFolder, ArchiveSettings settings, Alarms alarms, InstantSource clock)
            throws IOException {
        return open(dataFolder, settings, alarms, clock, new Workbenches(Workbench::new));
    }

    static Archive open(
            Path dataFolder, ArchiveSettings settings, Alarms alarms, InstantSource clock, Workbenches benches)
            throws IOException {
        OpenedStore store = OpenedStore.open(dataFolder, settings, alarms, clock, benches);
        try {
            var archive = new Archive(store, settings, alarms, clock, benches);
            archive.follower.start();
            archive.committer.start();
            archive.integrator.ifPresent(Integrator::start);
            if (archive.readOnlyReason().isEmpty()) archive.rootKeys.finishAtStart(alarms);
            return archive;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// Throws what [#receive] would throw now: for a source that can ask its peer to wait before anything is sent.
    public void requireRoom() {
        store.gate().require();
        room.require();
    }

    /// Begins a capture. Throws [ArchiveIsFull] or [ArchiveIsReadOnly] if it could not be kept now.
    public Incoming receive(Envelope envelope) {
        requireRoom();
        // A peer would wait for its 250, and a retry kept twice is no loss; an import has time, and reads nothing
        // twice.
        if (envelope.channel() == Channel.FILE_IMPORT) follower.await();
        return reception.receive(envelope);
    }

    /// Returns a key for secrets kept beside the archive: the same for the same use, and of no use for another.
    public SecretKey keyFor(String use) {
        return store.ring().keyFor(use);
    }

    /// The versions of the root key, and where they are changed.
    public RootKeys rootKeys() {
        return rootKeys;
    }

    /// Returns how many entries there are: 0 to size-1 are on disk.
    public long size() {
        return store.growth().size();
    }

    /// Returns one capture; throws [NoSuchCapture] or [CaptureWasDestroyed].
    public ArchivedMessage message(AccessionNumber number) throws IOException {
        return store.message(number);
    }

    /// Returns what was destroyed between two numbers, both included, and the entry that authorised each.
    public SortedMap<AccessionNumber, AccessionNumber> destroyed(AccessionNumber first, AccessionNumber last)
            throws IOException {
        return store.opener().keys().destroyed(first.index(), last.index());
    }

    /// Returns a reader of all entries from a number on, for a follower.
    public EntryReader entries(AccessionNumber from) throws IOException {
        return store.entries(from.index());
    }

    /// Returns a reader of all deliveries from a number on, by their public entries.
    public ArrivalReader arrivals(AccessionNumber from) {
        return store.arrivals(from.index());
    }

    /// Returns a reader of all lifecycle entries from a number on.
    public EventReader events(AccessionNumber from) {
        return new EventReader(store, new RecordWalk(store.segments(), store.growth(), from.index()));
    }

    /// Returns the files beside the log that others vouch for it with.
    public AnchorFiles anchors() {
        return AnchorFiles.beside(store.layout().log(origin()));
    }

    /// Writes down an event; the future has its number once it is on disk.
    CompletableFuture<Long> recording(LifecycleEvent event) {
        store.gate().require();
        return reception.record(event, this::settleKeys);
    }

    /// Nobody is told that something is held while the disk may have a key table without its key.
    private void settleKeys() {
        try {
            store.segments().keys().settle();
        } catch (IOException unknown) {
            throw new CaptureWasNotForced(unknown);
        }
    }

    /// Writes down an event; it is on disk when this returns. Throws an [ArchiveRefusal].
    public AccessionNumber record(LifecycleEvent event) {
        return holds.watch(event, () -> written(event));
    }

    private AccessionNumber written(LifecycleEvent event) {
        try {
            return new AccessionNumber(recording(event).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ArchiveRefusal refusal) throw refusal;
            throw e;
        }
    }

    /// Returns where captures are destroyed for ever; nothing is, until somebody guards the archive.
    public Destructions destructions() {
        return destructions;
    }

    /// Makes this new archive a demonstration for ever; `how` says how it is made. Throws [ArchiveHoldsMail].
    public void beginDemonstration(String how) {
        if (size() > 0) throw new ArchiveHoldsMail(size());
        record(new LifecycleEvent(Demonstration.KIND, how));
        demonstration = Optional.of(how);
    }

    /// Returns what was said when this was begun as a demonstration; empty in an archive of real mail.
    public Optional<String> demonstration() {
        return demonstration;
    }

    /// Waits until there are more than `size` entries, or the time is over.
    public void awaitGrowth(long size, Duration atMost) throws InterruptedException {
        store.growth().await(size, atMost);
    }

    /// Returns why nothing is accepted any more; empty while all is well.
    public Optional<String> readOnlyReason() {
        return store.gate().shutBecause();
    }

    /// Returns the name of the log, which with a number names an entry anywhere.
    public String origin() {
        return store.identity().origin();
    }

    /// Returns how this archive went on from backups.
    public Epochs epochs() {
        return new Epochs(store);
    }

    /// Whether a log is this store's: its own, or one that it had before it was restored from a backup.
    public boolean hadLog(String origin) {
        return store.identity().storeId().isOrigin(origin);
    }

    /// Returns settings with this store's passphrase: a second store of the same folder uses it too.
    public ArchiveSettings withSamePassphrase(ArchiveSettings settings) {
        return settings.withPassphrase(store.ring().vault().passphrase());
    }

    /// Returns the last checkpoint; nothing before the first, or while the log is damaged.
    public Optional<Checkpoint> checkpoint() {
        return store.log().flatMap(MerkleLog::checkpoint);
    }

    /// Returns the log; throws [ArchiveIsReadOnly] if what is on disk is not what was signed.
    public MerkleLog log() {
        return store.log()
                .orElseThrow(
                        () -> new ArchiveIsReadOnly(store.gate().shutBecause().orElse("its log is damaged")));
    }

    /// The public key of the log, whatever became of the log itself.
    public NoteVerifier verifier() {
        return store.logKey().verifier();
    }

    /// Signs a text (which ends with a newline) with the log's key.
    public SignedNote sign(String text) {
        return store.logKey().sign(text);
    }

    /// Returns what copies this store while it is written to.
    public StoreCopy copy() {
        return new StoreCopy(store);
    }

    /// Compares what is stored with what was signed. A full check reads every byte; both may run beside the work.
    public IntegrityReport check(IntegrityCheck.Level level, Progress progress) throws IOException {
        return new IntegrityCheck(store, clock, progress).run(level);
    }

    /// Does at once what is done every second: signs what is on disk, looks at the room there is.
    void publish() {
        integrator.ifPresent(Integrator::once);
    }

    private void everySecond() throws IOException {
        clockWatch.look();
        room.look();
        duplicates.write(follower.followed(committer.completedThrough()), clock.instant());
    }

    @Override
    public void close() throws IOException {
        destructions.close();
        committer.close();
        follower.close();
        integrator.ifPresent(Integrator::close);
        if (integrator.isEmpty()) everySecond();
        duplicates.close();
        store.close();
    }
}
