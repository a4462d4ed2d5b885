package org.muniment.audit;

import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefusal;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.archive.RootKeys;
import org.muniment.archive.StoreCopy;
import org.muniment.merklelog.Checkpoint;
import org.muniment.workflow.WorkflowDatabase;

/// This is where everything done is written down: a second store beside the archive, of the same format, with a log and
/// keys of its own. An entry is on disk before the answer it belongs to is given; if it cannot be written, the
/// answer is refused. It is opened, and begun, when it is first needed. Any thread may use it.
public final class AuditTrail implements AutoCloseable {
    private final Path folder;
    private final ArchiveSettings settings;
    private final WorkflowDatabase workflow;
    private final Alarms alarms;
    private final InstantSource clock;
    private @Nullable Archive log;
    private @Nullable AuditFollower follower;

    private AuditTrail(
            Path folder, ArchiveSettings settings, WorkflowDatabase workflow, Alarms alarms, InstantSource clock) {
        this.folder = folder;
        this.settings = settings;
        this.workflow = workflow;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// The trail in a folder of its own. Give it the archive's passphrase file, so that one opens both: an existing
    /// file is never replaced.
    public static AuditTrail in(
            Path folder, ArchiveSettings settings, WorkflowDatabase workflow, Alarms alarms, InstantSource clock) {
        return new AuditTrail(folder, settings, workflow, alarms, clock);
    }

    /// Whether anything was ever written down in this folder.
    public boolean isBegun() {
        return Archive.isIn(folder);
    }

    /// Writes one entry; it is on disk on return, together with all that others write meanwhile. Throws
    /// [AuditCannotBeWritten].
    public void record(AuditEntry entry) {
        recorded(entry);
    }

    /// Writes one entry and returns its number in the audit's own log.
    AccessionNumber recorded(AuditEntry entry) {
        try {
            AccessionNumber number = log().record(AuditText.of(entry, clock.instant()));
            // How often, never who or what.
            Metrics.counter("muniment.acts", "act", entry.act().name()).increment();
            return number;
        } catch (ArchiveRefusal | UncheckedIOException refused) {
            throw new AuditCannotBeWritten(refused);
        }
    }

    /// Returns how many entries there are.
    public long size() {
        return isBegun() ? log().size() : 0;
    }

    /// Returns the log's last signed word on all entries; nothing before the first.
    public Optional<Checkpoint> checkpoint() {
        return isBegun() ? log().checkpoint() : Optional.empty();
    }

    /// When that was signed.
    public Optional<Instant> signedAt() throws IOException {
        return isBegun() ? log().log().publishedAt() : Optional.empty();
    }

    /// The versions of the root key of the trail, which is begun if it is not there.
    public RootKeys rootKeys() {
        return log().rootKeys();
    }

    /// Compares what is stored with what was signed; nothing where nothing was ever written.
    public Optional<IntegrityReport> check(IntegrityCheck.Level level, Progress progress) throws IOException {
        return isBegun() ? Optional.of(log().check(level, progress)) : Optional.empty();
    }

    /// Returns what copies the trail while it is written to; nothing where nothing was ever written.
    public Optional<StoreCopy> copy() {
        return isBegun() ? Optional.of(log().copy()) : Optional.empty();
    }

    /// The trail as it can be searched, with everything that was written before this call.
    AuditRows rows() {
        try {
            AuditFollower following = follower();
            following.catchUp();
            return new AuditRows(workflow);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Derives the rows anew from the log; returns how many entries they follow.
    public long rebuildRows() throws IOException {
        if (!isBegun()) return 0;
        follower().rebuild();
        return log().size();
    }

    private synchronized Archive log() {
        Archive open = log;
        if (open != null) return open;
        try {
            open = Archive.open(folder, settings, alarms, clock);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        log = open;
        return open;
    }

    private synchronized AuditFollower follower() {
        AuditFollower following = follower;
        if (following != null) return following;
        following = new AuditFollower(log(), AuditTable.in(workflow));
        following.start();
        follower = following;
        return following;
    }

    /// Closes it; it is opened again if somebody still needs it.
    @Override
    public synchronized void close() throws IOException {
        AuditFollower following = follower;
        Archive open = log;
        follower = null;
        log = null;
        if (following != null) following.close();
        if (open != null) open.close();
    }
}
