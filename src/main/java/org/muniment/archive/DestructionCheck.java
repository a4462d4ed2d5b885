package org.muniment.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Compares what was destroyed with what the log authorised: a record that cannot be opened must be one whose
/// destruction was authorised, and one that was destroyed must not open.
final class DestructionCheck {
    private final OpenedStore store;
    private final Consumer<String> findings;
    private final Map<AccessionNumber, Optional<DestructionEvent.Authorised>> read = new HashMap<>();

    DestructionCheck(OpenedStore store, Consumer<String> findings) {
        this.store = store;
        this.findings = findings;
    }

    /// Throws [StoreIsDamaged] unless the destruction of this record was authorised by that entry.
    void destroyed(RecordHeader record, AccessionNumber under) throws IOException {
        String subject = "accession " + record.accession();
        var authorised = read.computeIfAbsent(under, this::authorised);
        if (authorised.isEmpty() || under.index() <= record.accession())
            throw new StoreIsDamaged(
                    subject + " was destroyed, and entry " + under + " of the log, which is named, authorises nothing");
        if (record.type() == RecordType.LIFECYCLE || !authorised.get().records().contains(record.accession()))
            throw new StoreIsDamaged(
                    subject + " was destroyed, and entry " + under + " of the log does not authorise that");
        if (isOpenedByPresentKey(record))
            findings.accept(subject + " was destroyed under entry " + under + ", yet its key is still in use");
    }

    private Optional<DestructionEvent.Authorised> authorised(AccessionNumber under) {
        try {
            return store.event(under)
                    .flatMap(DestructionEvent::of)
                    .filter(DestructionEvent.Authorised.class::isInstance)
                    .map(DestructionEvent.Authorised.class::cast);
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
