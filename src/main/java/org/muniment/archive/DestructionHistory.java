package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// What the log says of destructions.
record DestructionHistory(OpenedStore store) {
    record Found(AccessionNumber number, Instant at, DestructionEvent event) {}

    /// Returns the first such event from a position on.
    Optional<Found> find(long position, Predicate<DestructionEvent> wanted) throws IOException {
        try (var events = new EventReader(store, new RecordWalk(store.segments(), store.growth(), position))) {
            for (var next = events.next(); next.isPresent(); next = events.next()) {
                LogEntry.Lifecycle entry = next.get();
                var event = DestructionEvent.of(entry.event()).filter(wanted);
                if (event.isPresent()) return Optional.of(new Found(entry.accession(), entry.at(), event.get()));
            }
        }
        return Optional.empty();
    }

    record Authorisation(AccessionNumber number, DestructionEvent.Authorised authorised) {}

    /// Returns the authorisation of the batch with this name, looked for from a position on.
    Optional<Authorisation> authorisedAs(String batch, long position) throws IOException {
        var found = find(
                position,
                event -> event instanceof DestructionEvent.Authorised it
                        && it.batch().equals(batch));
        if (found.isPresent() && found.get().event() instanceof DestructionEvent.Authorised it)
            return Optional.of(new Authorisation(found.get().number(), it));
        return Optional.empty();
    }

    /// Returns that a destruction was begun, or that it was stopped before.
    Optional<Found> decided(AccessionNumber authorisation) throws IOException {
        return find(authorisation.index(), event -> switch (event) {
            case DestructionEvent.Begun it -> it.authorisation().equals(authorisation);
            case DestructionEvent.Stopped it -> it.authorisation().equals(authorisation);
            case DestructionEvent.Authorised _, DestructionEvent.HeldAndGone _, DestructionEvent.KeysDestroyed _ ->
                false;
        });
    }

    boolean isBegun(AccessionNumber authorisation) throws IOException {
        return decided(authorisation)
                .filter(it -> it.event() instanceof DestructionEvent.Begun)
                .isPresent();
    }

    /// Whether what must be kept was found to be gone before the log said that it was begun.
    boolean isHeldAndGone(AccessionNumber authorisation) throws IOException {
        return find(
                        authorisation.index(),
                        event -> event instanceof DestructionEvent.HeldAndGone it
                                && it.authorisation().equals(authorisation))
                .isPresent();
    }

    boolean isStopped(AccessionNumber authorisation) throws IOException {
        return decided(authorisation)
                .filter(it -> it.event() instanceof DestructionEvent.Stopped)
                .isPresent();
    }

    /// Returns when a destruction was begun for the last time: it is again if an older key table was put back. Reads
    /// the log to its end.
    Optional<Instant> lastBegun(AccessionNumber authorisation) throws IOException {
        Optional<Instant> last = Optional.empty();
        long position = authorisation.index();
        for (var next = begun(authorisation, position); next.isPresent(); next = begun(authorisation, position)) {
            last = Optional.of(next.get().at());
            position = next.get().number().index() + 1;
        }
        return last;
    }

    private Optional<Found> begun(AccessionNumber authorisation, long position) throws IOException {
        return find(
                position,
                event -> event instanceof DestructionEvent.Begun it
                        && it.authorisation().equals(authorisation));
    }

    /// Whether the log says from a position on that this root key is gone, and what it opened.
    boolean isComplete(AccessionNumber authorisation, int rootVersion, long position) throws IOException {
        return find(
                        position,
                        event -> event instanceof DestructionEvent.KeysDestroyed it
                                && it.authorisation().equals(authorisation)
                                && it.rootVersion() == rootVersion)
                .isPresent();
    }

    DestructionEvent.Authorised authorised(AccessionNumber number) throws IOException {
        var event = store.event(number).flatMap(DestructionEvent::of);
        if (event.isPresent() && event.get() instanceof DestructionEvent.Authorised authorised) return authorised;
        throw new StoreIsDamaged("entry " + number + " of the log authorises no destruction, but one goes by it");
    }
}
