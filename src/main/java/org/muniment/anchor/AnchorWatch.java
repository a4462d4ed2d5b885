package org.muniment.anchor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

/// This looks every hour whether an anchor is due, asks for it, and says what is wrong: an anchor
/// that cannot be had, none for more than a week, a clock that others contradict.
public final class AnchorWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorWatch.class);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration LOOKED_EVERY = Duration.ofHours(1);
    private static final Duration NAGGED_EVERY = Duration.ofDays(1);
    /// A week to find an authority after the installation; and a weekly mail must not come too late by an hour.
    private static final Duration WITHOUT_MAX = Duration.ofDays(8);

    private final Anchors anchors;
    private final Archive archive;
    private final Alarms alarms;
    private final InstantSource clock;
    private Instant naggedAt = Instant.MIN;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("anchors").factory());

    public AnchorWatch(Anchors anchors, Archive archive, Alarms alarms, InstantSource clock) {
        this.anchors = anchors;
        this.archive = archive;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Looks from now on, in the background.
    public AnchorWatch start() {
        var _ = watch.scheduleWithFixedDelay(
                this::look, FIRST_AFTER.toSeconds(), LOOKED_EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /// Asks whoever is due, and raises or settles what follows from the answers.
    public synchronized void look() {
        try {
            tell(anchors.askWhoeverIsDue());
            nag();
        } catch (IOException | AnchorIsRefused failure) {
            alarms.raise(AlarmKind.ANCHOR_FAILED, String.valueOf(failure.getMessage()));
        } catch (RuntimeException unforeseen) {
            LOG.error("The anchors could not be looked after; it is tried again", unforeseen);
        }
    }

    private void tell(Anchors.Round round) {
        round.failures().forEach(sentence -> alarms.raise(AlarmKind.ANCHOR_FAILED, sentence));
        if (round.failures().isEmpty()) alarms.settle(AlarmKind.ANCHOR_FAILED);
        List<Anchor> timed = round.brought().stream()
                .filter(anchor -> anchor.kind().isTimedOutside())
                .toList();
        if (timed.isEmpty()) return;
        Optional<Anchor> apart = timed.stream()
                .filter(anchor -> Today.areApart(anchor.at(), clock.instant()))
                .findFirst();
        if (apart.isPresent())
            alarms.raise(AlarmKind.CLOCK_DISAGREES, Today.sentence(apart.get().at(), clock.instant()));
        else alarms.settle(AlarmKind.CLOCK_DISAGREES);
    }

    private void nag() throws IOException {
        if (archive.demonstration().isPresent()) return;
        List<Anchor> kept = anchors.kept();
        Optional<Instant> since =
                kept.isEmpty() ? begunAt() : Optional.of(kept.getFirst().at());
        Instant now = clock.instant();
        if (since.isEmpty() || now.isBefore(since.get().plus(WITHOUT_MAX))) {
            alarms.settle(AlarmKind.NO_ANCHOR);
            return;
        }
        if (now.isBefore(naggedAt.plus(NAGGED_EVERY))) return;
        naggedAt = now;
        alarms.raise(
                AlarmKind.NO_ANCHOR,
                kept.isEmpty() ? "No outside anchor is kept." : "The newest outside anchor is of " + since.get() + ".");
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
