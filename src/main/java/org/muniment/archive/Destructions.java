package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is where captures are destroyed for ever: authorised first, never what must be kept, and provably afterwards.
/// One at a time; what was stopped goes on by itself once somebody guards the archive again.
public final class Destructions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Destructions.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DestructionBook book;
    private final DestructionHistory history;
    private final Authorising authorising;
    private final Destruction steps;
    private final OpenedStore store;
    private final Roots roots;
    private final HoldWatch holds;
    private final Leaving leaving;
    private final Alarms alarms;
    private volatile TrustedTime time = () -> {
        throw new NothingGuardsTheArchive();
    };
    private boolean isLookedBack;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("archive destruction").unstarted(task));

    /// A destruction that is not over.
    ///
    /// @param state in words
    public record UnderWay(AccessionNumber authorisation, String state) {}

    /// How far a destruction that was authorised has come.
    public enum Reached {
        /// It is authorised and no more: an alarm says what stands in the way. It is tried again every hour.
        WAITS,
        /// None of it can be read any more with this archive; the old root key goes 30 days later.
        BEGUN,
        /// Some of it must be kept since: nothing was destroyed, nor will be.
        STOPPED
    }

    /// A destruction that was authorised, and how far it has come.
    ///
    /// @param authorisation the entry of the log that authorises it
    public record Outcome(AccessionNumber authorisation, Reached reached) {}

    Destructions(
            OpenedStore store,
            DestructionLog log,
            HoldWatch holds,
            Leaving leaving,
            Roots roots,
            Alarms alarms,
            SecureRandom random) {
        this.store = store;
        this.book = new DestructionBook(store.layout());
        this.history = log.history();
        this.authorising = new Authorising(store, log, book, holds, leaving, random);
        var swap = new KeySwap(store, log, holds, random);
        this.steps = new Destruction(store, log, book, swap, roots, leaving);
        this.roots = roots;
        this.holds = holds;
        this.leaving = leaving;
        this.alarms = alarms;
        knowWhatLeaves();
    }

    /// Also before somebody guards the archive: mail comes in from the start.
    private void knowWhatLeaves() {
        try {
            for (Line line : book.lines()) {
                if (line.step() == Step.PREPARED)
                    history.authorisedAs(line.batch(), line.position())
                            .ifPresent(it ->
                                    leaving.add(line.batch(), it.authorised().captures()));
                else if (!line.step().isOver())
                    leaving.add(
                            line.batch(),
                            history.authorised(line.authorisationNumber()).captures());
            }
        } catch (IOException | RuntimeException unknown) {
            LOG.error("Where destructions stand cannot be read; what is delivered again is kept again", unknown);
            leaving.addAll();
        }
    }

    /// Names who knows what must be kept, and the time that counts; destructions under way go on from now on.
    public void guardedBy(Guard guard, TrustedTime trusted) {
        holds.guardedBy(guard);
        time = trusted;
        var _ = hourly.scheduleWithFixedDelay(this::goOn, 0, 1, TimeUnit.HOURS);
    }

    /// Authorises the destruction of captures, and begins it unless something stands in the way. What throws before
    /// the authorisation is on disk destroys nothing.
    ///
    /// @param formSha256 of the form that was signed, in hexadecimal
    public synchronized Outcome destroy(AccessionRanges captures, String formSha256) throws IOException {
        holds.guard();
        if (!SHA256.matcher(formSha256).matches())
            throw new BatchIsUnusable("the hash of the signed form is 64 hexadecimal digits");
        time.now();
        store.gate().require();
        holds.readLog(store);
        requireNotUnderWay(captures);
        for (int tries = 1; ; tries++) {
            try {
                Line line = authorising.authorise(captures, formSha256);
                AccessionNumber authorisation = line.authorisationNumber();
                goOn(line);
                return new Outcome(authorisation, reached(authorisation));
            } catch (HoldsMoved moved) {
                if (tries == KeySwap.TRIES_MAX) throw moved;
            }
        }
    }

    private Reached reached(AccessionNumber authorisation) {
        try {
            return steps.reached(authorisation);
        } catch (IOException | RuntimeException failure) {
            stopped("How far a destruction has come cannot be read", failure);
            return Reached.WAITS;
        }
    }

    private void requireNotUnderWay(AccessionRanges captures) throws IOException {
        for (Line line : book.lines()) {
            // The last try may have got further than its caller was told.
            Optional<Line> known = line.step() == Step.PREPARED ? steps.found(line) : Optional.of(line);
            if (known.isEmpty() || known.get().step() != Step.AUTHORISED) continue;
            book.put(known.get());
            var going = history.authorised(known.get().authorisationNumber()).captures();
            captures.forEach(index -> {
                if (going.contains(index))
                    throw new BatchIsUnusable("the destruction of capture " + index + " is under way already");
            });
        }
    }

    /// Goes on with all that are not over, as far as each can go now.
    public synchronized void goOn() {
        try {
            boolean allWent = true;
            lookBack();
            for (Line line : book.lines()) if (!line.step().isOver()) allWent &= goOn(line);
            if (allWent) alarms.settle(AlarmKind.DESTRUCTION_STOPPED);
        } catch (IOException | RuntimeException failure) {
            stopped("Where destructions stand cannot be read", failure);
        }
    }

    /// Once after a start, looks at those that are over too: an older key table may have been put back, or somebody may
    /// have written into the book. What was not over before is not over again then.
    private void lookBack() throws IOException {
        if (isLookedBack) return;
        boolean isAsWritten = true;
        for (Line line : book.lines()) {
            Line shown = steps.shown(line);
            if (shown.equals(line)) continue;
            LOG.error("A destruction is not where the book says: {} instead of {}", shown.step(), line.step());
            book.put(shown);
            isAsWritten = false;
        }
        if (isAsWritten) new UnnamedSurvivors(store).drop();
        isLookedBack = true;
    }

    private boolean goOn(Line line) {
        try {
            steps.goOn(line, time);
            return true;
        } catch (IOException | RuntimeException failure) {
            stopped("A destruction that was authorised cannot go on", failure);
            return false;
        }
    }

    private void stopped(String what, Exception failure) {
        LOG.error(what, failure);
        alarms.raise(AlarmKind.DESTRUCTION_STOPPED, what + ": " + failure.getMessage());
    }

    /// Returns those that are not over, and what each waits for.
    public List<UnderWay> underWay() throws IOException {
        List<UnderWay> underWay = new ArrayList<>();
        for (Line line : book.lines())
            if (line.authorisation() >= 0 && !line.step().isOver())
                underWay.add(new UnderWay(line.authorisationNumber(), state(line)));
        return underWay;
    }

    private String state(Line line) throws IOException {
        return switch (line.step()) {
            case PREPARED, AUTHORISED -> "Authorised; everything can still be read.";
            case BEGUN -> "Not readable any more; the root key is not rotated yet.";
            case ROTATED ->
                "Not readable any more; recoverable with a backup and the old root key, which is destroyed after "
                        + Micros.instant(line.sinceMicros()).plus(Destruction.GRACE) + ".";
            case ROOTS_DESTROYED ->
                "The old root key is destroyed here; recoverable by "
                        + String.join(", ", roots.outstanding(line.root()))
                        + " until they attest, or the disk has caught up.";
            case DONE, STOPPED -> "Over.";
        };
    }

    @Override
    public void close() {
        hourly.shutdown();
        try {
            // Never interrupted: that would close channels under others.
            var _ = hourly.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
