package org.muniment.integrity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.anchor.Anchors;
import org.muniment.archive.Archive;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;
import org.muniment.audit.AuditTrail;
import tools.jackson.databind.json.JsonMapper;

/// This is where both stores are checked, whoever asks: one long check at a time, a quick one beside it. Each leaves a
/// signed report, and an alarm if something is wrong. Any thread may ask.
public final class IntegrityChecks {
    /// What is made by itself, the fullest first.
    static final List<Level> LEVELS = List.of(Level.FULL, Level.SCRUB, Level.QUICK);

    private final Archive archive;
    private final AuditTrail audit;
    private final Anchors anchors;
    private final Alarms alarms;
    private final InstantSource clock;
    private final CheckTimetable timetable;
    private final CheckReports reports;
    private final Instant openedAt;
    private final AtomicReference<@Nullable Begun> running = new AtomicReference<>();
    private volatile boolean stopping;

    public IntegrityChecks(
            Path dataFolder,
            Archive archive,
            AuditTrail audit,
            Anchors anchors,
            Alarms alarms,
            InstantSource clock,
            ZoneId zone) {
        this.archive = archive;
        this.audit = audit;
        this.anchors = anchors;
        this.alarms = alarms;
        this.clock = clock;
        this.timetable = new CheckTimetable(zone);
        this.reports = new CheckReports(dataFolder.resolve("verification"));
        this.openedAt = clock.instant();
    }

    /// Makes a check, keeps its report and enters it in the log. Throws [CheckIsRunning].
    public CheckReport run(Level level, Progress progress) throws IOException {
        Kept kept = begin(level).run(progress);
        enter(kept);
        return kept.report();
    }

    /// @param name of the report's file
    record Kept(String name, CheckReport report) {}

    /// Enters a report in the archive's own log with its hash, so that none can be left out later.
    void enter(Kept kept) {
        if (archive.readOnlyReason().isPresent()) return;
        CheckReport report = kept.report();
        var entry = new VerifiedEntry(
                report.level(),
                report.ok(),
                report.checked(),
                report.findings().size(),
                kept.name() + CheckReports.SUFFIX,
                sha256(reports.note(kept.name())));
        archive.record(new LifecycleEvent("verified", JsonMapper.shared().writeValueAsString(entry)));
    }

    /// What the log keeps of a check.
    ///
    /// @param report name of the signed report; its SHA-256 goes with it
    private record VerifiedEntry(String level, boolean ok, long checked, int findings, String report, String sha256) {}

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Takes the place of the one long check. What is begun must be run.
    Begun begin(Level level) {
        Begun begun = new Begun(level, clock.instant());
        if (level == Level.QUICK || running.compareAndSet(null, begun)) return begun;
        throw new CheckIsRunning(running().orElseGet(begun::shown));
    }

    /// A check from its beginning to its report.
    final class Begun {
        private final Level level;
        private final Instant startedAt;
        private volatile RunningCheck shown;

        private Begun(Level level, Instant startedAt) {
            this.level = level;
            this.startedAt = startedAt;
            this.shown = new RunningCheck(level.word(), startedAt, "mail", 0, archive.size());
        }

        RunningCheck shown() {
            return shown;
        }

        Kept run(Progress progress) throws IOException {
            try {
                IntegrityReport mail = AnchorFindings.added(anchors, archive.check(level, telling("mail", progress)));
                IntegrityReport both = BothStores.together(mail, audit.check(level, telling("audit trail", progress)));
                CheckReport report = CheckReport.of(both, startedAt, clock.instant());
                String name = reports.keep(report, archive::sign);
                tell(report);
                return new Kept(name, report);
            } finally {
                running.compareAndSet(this, null);
            }
        }

        private Progress telling(String part, Progress progress) {
            return (done, total) -> {
                if (stopping) throw new CheckWasStopped();
                shown = new RunningCheck(level.word(), startedAt, part, done, total);
                progress.reached(done, total);
            };
        }

        /// What a full check found amiss is not put right by another one, which reads less.
        private void tell(CheckReport report) {
            if (!report.ok())
                alarms.raise(
                        AlarmKind.VERIFICATION_FAILED,
                        "%d findings, first: %s"
                                .formatted(
                                        report.findings().size(),
                                        report.findings().getFirst()));
            else if (level == Level.FULL) alarms.settle(AlarmKind.VERIFICATION_FAILED);
        }
    }

    /// Returns how far the long check has come that runs now.
    Optional<RunningCheck> running() {
        return Optional.ofNullable(running.get()).map(Begun::shown);
    }

    public CheckReports reports() {
        return reports;
    }

    /// Whether a level is to be begun now.
    boolean isDue(Level level, Instant now) {
        return timetable.mayBegin(level, dueAt(level), now);
    }

    private Instant dueAt(Level level) {
        Instant since = reports.firstAt().orElse(openedAt);
        return timetable.dueAt(level, lastCovered(level), since);
    }

    /// A fuller check has looked at everything that a lesser one looks at.
    private Optional<Instant> lastCovered(Level level) {
        return Stream.of(Level.QUICK, Level.SCRUB, Level.FULL)
                .filter(fuller -> fuller.compareTo(level) >= 0)
                .flatMap(fuller -> reports.last(fuller).stream())
                .map(CheckReports::at)
                .max(Instant::compareTo);
    }

    /// Returns when each level was last made and is due, what runs now, and the reports kept.
    ///
    /// @param before the reports kept before this one; empty for the newest
    public IntegrityOverview overview(Optional<String> before, int limit, boolean mayStart) {
        return new IntegrityOverview(
                LEVELS.reversed().stream().map(this::due).toList(), running(), reports.before(before, limit), mayStart);
    }

    private IntegrityOverview.LevelDue due(Level level) {
        return new IntegrityOverview.LevelDue(
                level.word(), CheckTimetable.every(level), reports.last(level).map(reports::filed), dueAt(level));
    }

    /// Ends what runs at its next entry: the folder is about to close.
    void stop() {
        stopping = true;
    }
}
