package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Destroys records as far as their keys go: authorised, out of the key table, written down.
final class TestDestruction {
    private TestDestruction() {}

    static AccessionNumber of(Fixture fixture, AccessionRanges going) throws IOException {
        AccessionNumber authorisation;
        try (var archive = fixture.open()) {
            authorisation = archive.record(new DestructionEvent.Authorised("b", "00", going, -1).written());
        }
        swap(fixture, going, authorisation);
        try (var archive = fixture.open()) {
            archive.record(new DestructionEvent.Begun(authorisation, going).written());
        }
        return authorisation;
    }

    /// What a destruction does to the keys, and no more.
    static void swap(Fixture fixture, AccessionRanges going, AccessionNumber authorisation) throws IOException {
        try (var store = OpenedStore.open(
                fixture.data(), fixture.settings, fixture.alarms, fixture.clock, new Workbenches(Workbench::new))) {
            var writer = new SurvivorsWriter(store, fixture.settings.random());
            List<KeyTable.Rekeyed> changes = new ArrayList<>();
            for (KeyTable.Row row : store.segments().keys().rows())
                if (isTouched(store, row, going)) changes.add(writer.write(row, going, authorisation));
            store.segments().keys().rekey(changes);
        }
    }

    private static boolean isTouched(OpenedStore store, KeyTable.Row row, AccessionRanges going) throws IOException {
        for (AccessionRanges.Run run : going.runs())
            for (long index = run.first(); index <= run.last(); index++)
                if (store.segments().holding(index).equals(row)) return true;
        return false;
    }
}
