package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the keys of a batch's records out of the key table, all in one step, unless some of them must be kept.
final class KeySwap {
    static final int TRIES_MAX = 10;

    private final OpenedStore store;
    private final DestructionLog log;
    private final HoldWatch holds;
    private final SurvivorsWriter survivors;

    KeySwap(OpenedStore store, DestructionLog log, HoldWatch holds, SecureRandom random) {
        this.store = store;
        this.log = log;
        this.holds = holds;
        this.survivors = new SurvivorsWriter(store, random);
    }

    /// Whether none of these records can be opened with the key table as it is.
    boolean isDone(AccessionNumber authorisation, AccessionRanges records) throws IOException {
        for (AccessionRanges.Run run : records.runs())
            for (long index = run.first(); index <= run.last(); index++)
                if (!store.opener().keys().destroyedUnder(index).equals(Optional.of(authorisation))) return false;
        return true;
    }

    /// Does it and writes it down; false if some of the records must be kept now.
    ///
    /// @param wasBegun whether the log says that it was done: an older key table was put back since
    boolean take(AccessionNumber authorisation, AccessionRanges records, boolean wasBegun) throws IOException {
        // A force that failed left open which table is on the disk: what is judged here is this one.
        store.segments().keys().settle();
        var begun = new DestructionEvent.Begun(authorisation, records);
        holds.readLog(store);
        if (isDone(authorisation, records)) return wasTaken(begun);
        requireNoneElsewhere(authorisation, records);
        List<KeyTable.Rekeyed> changes = new ArrayList<>();
        for (KeyTable.Row row : BatchRecords.segments(store, records))
            changes.add(survivors.write(row, records, authorisation));
        for (int tries = 1; ; tries++) {
            long version = holds.guard().version();
            var held = holds.guard().held(records);
            if (!held.isEmpty()) {
                if (wasBegun) throw new CapturesAreHeld(held);
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

    /// The keys are gone, and the log does not say so: a stop came in between, or somebody else took them. What must be
    /// kept by now is not said to be destroyed in good order, and nothing more becomes of it.
    private boolean wasTaken(DestructionEvent.Begun begun) throws IOException {
        for (int tries = 1; ; tries++) {
            long version = holds.guard().version();
            var held = holds.guard().held(begun.records());
            if (!held.isEmpty()) {
                if (!log.history().isHeldAndGone(begun.authorisation()))
                    log.record(
                            new DestructionEvent.HeldAndGone(begun.authorisation(), held),
                            PendingRecord.Before.NOTHING);
                throw new HeldMailIsGone(begun.authorisation(), held);
            }
            try {
                log.record(begun, () -> holds.requireUnmoved(version));
                return true;
            } catch (HoldsMoved moved) {
                if (tries == TRIES_MAX) throw moved;
            }
        }
    }

    private void requireNoneElsewhere(AccessionNumber authorisation, AccessionRanges records) throws IOException {
        for (AccessionRanges.Run run : records.runs())
            for (long index = run.first(); index <= run.last(); index++) {
                var under = store.opener().keys().destroyedUnder(index);
                if (under.isPresent() && !under.get().equals(authorisation))
                    throw new BatchIsUnusable("capture " + index + " was destroyed under entry " + under.get()
                            + ", and entry " + authorisation + " authorises it too");
            }
    }
}
