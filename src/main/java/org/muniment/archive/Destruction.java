package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;

/// The steps of a destruction. Each may be stopped anywhere and is done again then; none begins before the one before
/// it is on disk.
final class Destruction {
    /// How long the root key stays under which what was destroyed could be opened, for whoever finds an error.
    static final Duration GRACE = Duration.ofDays(30);

    static final int TRIES_MAX = 10;

    private final OpenedStore store;
    private final DestructionLog log;
    private final DestructionBook book;
    private final HoldWatch holds;
    private final Roots roots;
    private final SurvivorsWriter survivors;

    Destruction(
            OpenedStore store,
            DestructionLog log,
            DestructionBook book,
            HoldWatch holds,
            Roots roots,
            SecureRandom random) {
        this.store = store;
        this.log = log;
        this.book = book;
        this.holds = holds;
        this.roots = roots;
        this.survivors = new SurvivorsWriter(store, random);
    }

    /// Goes as far as it can go now.
    void goOn(Line from, TrustedTime time) throws IOException {
        for (Optional<Line> next = next(from, time); next.isPresent(); next = next(next.get(), time))
            book.put(next.get());
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

    /// A stop before the authorisation was on disk leaves a name alone.
    private Optional<Line> found(Line line) throws IOException {
        var authorised = log.find(
                line.position(),
                event -> event instanceof DestructionEvent.Authorised it
                        && it.batch().equals(line.batch()));
        if (authorised.isEmpty()) book.forget(line);
        return authorised.map(it -> line.authorisedBy(it.number()));
    }

    private Line begun(Line line) throws IOException {
        AccessionNumber authorisation = line.authorisationNumber();
        log.requireSigned(authorisation);
        var known = log.find(line.position(), event -> switch (event) {
            case DestructionEvent.Begun it -> it.authorisation().equals(authorisation);
            case DestructionEvent.Stopped it -> it.authorisation().equals(authorisation);
            case DestructionEvent.Authorised _, DestructionEvent.KeysDestroyed _ -> false;
        });
        boolean isStopped = known.isPresent()
                ? known.get().event() instanceof DestructionEvent.Stopped
                : !begin(authorisation, log.authorised(authorisation));
        return isStopped
                ? line.to(Step.STOPPED)
                : line.begunUnder(roots.versions().getLast());
    }

    /// Takes the records' keys out of use, all in one step; false if some of them must be kept now.
    private boolean begin(AccessionNumber authorisation, DestructionEvent.Authorised authorised) throws IOException {
        var records = authorised.records();
        var begun = new DestructionEvent.Begun(authorisation, records);
        if (isBegun(authorisation, records)) {
            log.record(begun, PendingRecord.Before.NOTHING);
            return true;
        }
        List<KeyTable.Rekeyed> changes = new ArrayList<>();
        for (KeyTable.Row row : BatchRecords.segments(store, records))
            changes.add(survivors.write(row, records, authorisation));
        for (int tries = 1; ; tries++) {
            long version = holds.guard().version();
            var held = holds.guard().held(authorised.captures());
            if (!held.isEmpty()) {
                log.record(new DestructionEvent.Stopped(authorisation, held), PendingRecord.Before.NOTHING);
                return false;
            }
            try {
                log.record(begun, () -> {
                    holds.requireUnmoved(version);
                    store.segments().keys().rekey(changes);
                });
                return true;
            } catch (HoldsMoved moved) {
                if (tries == TRIES_MAX) throw moved;
            }
        }
    }

    /// Whether the key table was changed before a stop: all of it was then, for it is one file.
    private boolean isBegun(AccessionNumber authorisation, AccessionRanges records) throws IOException {
        long first = records.runs().getFirst().first();
        return store.opener().keys().destroyedUnder(first).equals(Optional.of(authorisation));
    }

    private Line rotated(Line line, TrustedTime time) throws IOException {
        int newest = roots.versions().getLast();
        long now = Micros.of(time.now());
        return line.rotatedTo(newest > line.root() ? newest : roots.rotate(), now);
    }

    private Optional<Line> rootsDestroyed(Line line, TrustedTime time) throws IOException {
        if (time.now().isBefore(Micros.instant(line.sinceMicros()).plus(GRACE))) return Optional.empty();
        for (int version : roots.versions()) if (version < line.root()) roots.destroy(version);
        return Optional.of(line.to(Step.ROOTS_DESTROYED).at(store.growth().size()));
    }

    private Optional<Line> done(Line line) throws IOException {
        if (!roots.outstanding(line.root()).isEmpty()) return Optional.empty();
        var event = new DestructionEvent.KeysDestroyed(
                line.authorisationNumber(), line.root() - 1, roots.attested(line.root()));
        if (log.find(line.position(), event::equals).isEmpty()) log.record(event, PendingRecord.Before.NOTHING);
        return Optional.of(line.to(Step.DONE));
    }
}
