package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This looks every hour whether a backup, or the rehearsal of one, is overdue. A demonstration
/// needs none, and a new archive has a month.
public final class BackupWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWatch.class);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(2);
    private static final Duration LOOKED_EVERY = Duration.ofHours(1);
    private static final Duration NAGGED_EVERY = Duration.ofDays(1);
    private static final Duration WITHOUT_MAX = Duration.ofDays(30);

    private final Path dataFolder;
    private final Archive archive;
    private final Alarms alarms;
    private final InstantSource clock;
    private Optional<String> said = Optional.empty();
    private Instant saidAt = Instant.EPOCH;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backups").factory());

    public BackupWatch(Path dataFolder, Archive archive, Alarms alarms, InstantSource clock) {
        this.dataFolder = dataFolder;
        this.archive = archive;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Looks from now on, in the background.
    public BackupWatch start() {
        var _ = watch.scheduleWithFixedDelay(
                this::look, FIRST_AFTER.toSeconds(), LOOKED_EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /// Raises or settles the alarm.
    synchronized void look() {
        try {
            Instant now = clock.instant();
            Optional<String> overdue = archive.demonstration().isPresent() ? Optional.empty() : overdue(now);
            boolean isAnother = said.isPresent() && !overdue.equals(said);
            if (overdue.isEmpty() || isAnother) alarms.settle(AlarmKind.BACKUP_OLD);
            boolean isSaidToday = overdue.equals(said) && now.isBefore(saidAt.plus(NAGGED_EVERY));
            if (isSaidToday) return;
            said = overdue;
            saidAt = now;
            overdue.ifPresent(sentence -> alarms.raise(AlarmKind.BACKUP_OLD, sentence));
        } catch (IOException | RuntimeException unforeseen) {
            LOG.error("It could not be seen when the last backup was made; it is tried again", unforeseen);
        }
    }

    private Optional<String> overdue(Instant now) throws IOException {
        BackupReports reports = BackupReports.in(dataFolder);
        BackupSettings settings = BackupSettings.in(dataFolder);
        Optional<Instant> backup = reports.last(BackupReports.BACKUP);
        if (backup.isEmpty())
            return begunAt()
                    .filter(begun -> now.isAfter(begun.plus(WITHOUT_MAX)))
                    .map(begun -> "No backup was ever made of this archive, which began at " + begun + ".");
        if (now.isAfter(backup.get().plus(settings.backupMax())))
            return Optional.of("The last backup was made at " + backup.get() + ".");
        Optional<Instant> rehearsal = reports.last(BackupReports.REHEARSAL);
        Instant since = rehearsal.orElse(reports.first(BackupReports.BACKUP).orElse(backup.get()));
        if (!now.isAfter(since.plus(settings.rehearsalMax()))) return Optional.empty();
        return Optional.of(
                rehearsal.isPresent()
                        ? "The last rehearsal of a backup that went well was at " + since + "."
                        : "No backup was ever rehearsed; the first was made at " + since + ".");
    }

    private Optional<Instant> begunAt() throws IOException {
        try (EntryReader first = archive.entries(new AccessionNumber(0))) {
            return first.next().map(LogEntry::at);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
