package org.muniment.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.archive.DestructionBook.Step;

/// Compares what was destroyed with what the log authorised: a record that cannot be opened must be one whose
/// destruction was authorised, and one that was destroyed must not open.
final class DestructionCheck {
    private final OpenedStore store;
    private final DestructionHistory history;
    private final Consumer<String> findings;
    private final Map<AccessionNumber, Ground> read = new HashMap<>();

    /// By what a destruction goes.
    ///
    /// @param authorised empty if the entry authorises nothing
    /// @param mayBegin whether the log says that it was begun, or a stop may have come in between
    private record Ground(Optional<DestructionEvent.Authorised> authorised, boolean isStopped, boolean mayBegin) {}

    DestructionCheck(OpenedStore store, Consumer<String> findings) {
        this.store = store;
        this.history = new DestructionHistory(store);
        this.findings = findings;
    }

    /// Throws [StoreIsDamaged] unless the destruction of this record was authorised by that entry, and begun.
    void destroyed(RecordHeader record, AccessionNumber under) throws IOException {
        String subject = "accession " + record.accession();
        Ground ground = ground(under);
        if (ground.authorised().isEmpty() || under.index() <= record.accession())
            throw new StoreIsDamaged(
                    subject + " was destroyed, and entry " + under + " of the log, which is named, authorises nothing");
        if (record.type() == RecordType.LIFECYCLE
                || !ground.authorised().get().records().contains(record.accession()))
            throw new StoreIsDamaged(
                    subject + " was destroyed, and entry " + under + " of the log does not authorise that");
        if (ground.isStopped())
            throw new StoreIsDamaged(subject + " was destroyed under entry " + under
                    + ", and the log says that this destruction was stopped");
        if (!ground.mayBegin())
            throw new StoreIsDamaged(subject + " was destroyed under entry " + under
                    + ", and no entry of the log says that this destruction was begun");
        if (isOpenedByPresentKey(record))
            findings.accept(subject + " was destroyed under entry " + under + ", yet its key is still in use");
    }

    private Ground ground(AccessionNumber under) throws IOException {
        Ground known = read.get(under);
        if (known != null) return known;
        var authorised = authorised(under);
        var decided = authorised.isPresent() ? history.decided(under) : Optional.<DestructionHistory.Found>empty();
        boolean isStopped = decided.isPresent() && decided.get().event() instanceof DestructionEvent.Stopped;
        boolean mayBegin = decided.isPresent() || isAboutToBegin(under);
        var ground = new Ground(authorised, isStopped, mayBegin);
        read.put(under, ground);
        return ground;
    }

    /// Between the keys and the entry that says so there may be a stop; the entry is written at the next start.
    private boolean isAboutToBegin(AccessionNumber under) throws IOException {
        return !history.isHeldAndGone(under)
                && DestructionBook.read(store.layout().destructions()).stream()
                        .anyMatch(line -> line.authorisation() == under.index() && line.step() == Step.AUTHORISED);
    }

    private Optional<DestructionEvent.Authorised> authorised(AccessionNumber under) {
        try {
            return Optional.of(history.authorised(under));
        } catch (NoSuchCapture | IOException foundWhereItStands) {
            return Optional.empty();
        }
    }

    private boolean isOpenedByPresentKey(RecordHeader record) throws IOException {
        var segments = store.segments();
        try {
            Primitives.unwrap(
                    record.dataKey(), segments.keys().keyOf(segments.holding(record.accession())), "its own header");
            return true;
        } catch (StoreIsDamaged asItMustBe) {
            return false;
        }
    }

    /// What the log says was destroyed must not be readable.
    void event(LifecycleEvent event) throws IOException {
        var read = DestructionEvent.of(event);
        if (read.isPresent() && read.get() instanceof DestructionEvent.Begun begun) gone(begun);
    }

    private void gone(DestructionEvent.Begun begun) throws IOException {
        if (DestructionBook.read(store.layout().destructions()).stream()
                .noneMatch(line -> line.authorisation() == begun.authorisation().index()))
            findings.accept(
                    store.layout().destructions() + " does not name the destruction that entry " + begun.authorisation()
                            + " authorised: it would not go on. Put back this file from the latest backup");
        for (AccessionRanges.Run run : begun.records().runs())
            for (long index = run.first(); index <= run.last(); index++)
                if (!store.opener().keys().destroyedUnder(index).equals(Optional.of(begun.authorisation())))
                    findings.accept("accession " + index + " was destroyed under entry " + begun.authorisation()
                            + ", yet it can be read");
    }
}
