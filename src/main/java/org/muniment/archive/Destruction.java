package org.muniment.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;

/// The steps of a destruction. Each may be stopped anywhere and is done again then; none begins before the one before
/// it is on disk, and none because the book says so alone.
final class Destruction {
    /// How long the root key stays under which what was destroyed could be opened, for whoever finds an error.
    static final Duration GRACE = Duration.ofDays(30);

    private final OpenedStore store;
    private final DestructionLog log;
    private final DestructionHistory history;
    private final DestructionBook book;
    private final KeySwap swap;
    private final Roots roots;
    private final Leaving leaving;

    Destruction(
            OpenedStore store, DestructionLog log, DestructionBook book, KeySwap swap, Roots roots, Leaving leaving) {
        this.store = store;
        this.log = log;
        this.history = log.history();
        this.book = book;
        this.swap = swap;
        this.roots = roots;
        this.leaving = leaving;
    }

    /// Goes as far as it can go now.
    void goOn(Line from, TrustedTime time) throws IOException {
        Line shown = shown(from);
        if (!book.lines().contains(shown)) book.put(shown);
        for (Optional<Line> next = next(shown, time); next.isPresent(); next = next(next.get(), time))
            book.put(next.get());
    }

    /// Returns the line as far as the log and the key table show it: an older table may have been put back since, or
    /// somebody may have written into the book.
    Line shown(Line line) throws IOException {
        if (line.step() == Step.PREPARED) return line;
        AccessionNumber authorisation = line.authorisationNumber();
        var authorised = history.authorised(authorisation);
        if (!authorised.batch().equals(line.batch()))
            throw new StoreIsDamaged("where destructions stand names entry " + authorisation + " for another one");
        return switch (line.step()) {
            case PREPARED, AUTHORISED -> line;
            case STOPPED -> history.isStopped(authorisation) ? line : line.to(Step.AUTHORISED);
            case BEGUN, ROTATED, ROOTS_DESTROYED, DONE -> {
                boolean isGone = swap.isDone(authorisation, authorised.records()) && history.isBegun(authorisation);
                yield isGone ? rootsShown(line) : line.to(Step.AUTHORISED);
            }
        };
    }

    private Line rootsShown(Line line) throws IOException {
        if (line.step() == Step.BEGUN || line.step() == Step.ROTATED) return line;
        if (roots.versions().getFirst() < line.root()) return line.to(Step.ROTATED);
        if (line.step() == Step.ROOTS_DESTROYED) return line;
        return history.isComplete(line.authorisationNumber(), line.root() - 1, line.position())
                ? line
                : line.to(Step.ROOTS_DESTROYED);
    }

    /// Returns how far it has come, by the log and the key table.
    Destructions.Reached reached(AccessionNumber authorisation) throws IOException {
        if (history.isStopped(authorisation)) return Destructions.Reached.STOPPED;
        var records = history.authorised(authorisation).records();
        return swap.isDone(authorisation, records) ? Destructions.Reached.BEGUN : Destructions.Reached.WAITS;
    }

    private Optional<Line> next(Line line, TrustedTime time) throws IOException {
        return switch (line.step()) {
            case PREPARED -> found(line);
            case AUTHORISED -> Optional.of(begun(line));
            case BEGUN -> Optional.of(rotated(line, time));
            case ROTATED -> rootsDestroyed(line, time);
            case ROOTS_DESTROYED -> done(line);
            case DONE, STOPPED -> Optional.empty();
        };
    }

    /// Finds out what became of one that was prepared: a stop before the authorisation was on disk leaves a name alone.
    Optional<Line> found(Line line) throws IOException {
        var authorised = history.authorisedAs(line.batch(), line.position());
        if (authorised.isEmpty()) {
            book.forget(line);
            leaving.stays(line.batch());
        }
        return authorised.map(it -> line.authorisedBy(it.number()));
    }

    private Line begun(Line line) throws IOException {
        AccessionNumber authorisation = line.authorisationNumber();
        log.requireSigned(authorisation);
        var decided = history.decided(authorisation).map(DestructionHistory.Found::event);
        if (decided.isPresent() && decided.get() instanceof DestructionEvent.Stopped) return stopped(line);
        boolean wasBegun = decided.isPresent();
        var authorised = history.authorised(authorisation);
        leaving.add(line.batch(), authorised.captures());
        boolean isGone = wasBegun && swap.isDone(authorisation, authorised.records());
        return isGone || swap.take(authorisation, authorised.records(), wasBegun)
                ? line.begunUnder(roots.versions().getLast())
                : stopped(line);
    }

    private Line stopped(Line line) {
        leaving.stays(line.batch());
        return line.to(Step.STOPPED);
    }

    private Line rotated(Line line, TrustedTime time) throws IOException {
        int newest = roots.versions().getLast();
        long now = Micros.of(time.now());
        return line.rotatedTo(newest > line.root() ? newest : roots.rotate(), now);
    }

    private Optional<Line> rootsDestroyed(Line line, TrustedTime time) throws IOException {
        Instant now = time.now();
        if (now.isBefore(Micros.instant(line.sinceMicros()).plus(GRACE))) return Optional.empty();
        var begun = history.lastBegun(line.authorisationNumber());
        if (begun.isEmpty() || now.isBefore(begun.get().plus(GRACE))) return Optional.empty();
        for (int version : roots.versions()) if (version < line.root()) roots.destroy(version);
        return Optional.of(line.to(Step.ROOTS_DESTROYED).at(store.growth().size()));
    }

    private Optional<Line> done(Line line) throws IOException {
        if (!roots.outstanding(line.root()).isEmpty()) return Optional.empty();
        int gone = line.root() - 1;
        if (!history.isComplete(line.authorisationNumber(), gone, line.position()))
            log.record(
                    new DestructionEvent.KeysDestroyed(line.authorisationNumber(), gone, roots.attested(line.root())),
                    PendingRecord.Before.NOTHING);
        return Optional.of(line.to(Step.DONE));
    }
}
