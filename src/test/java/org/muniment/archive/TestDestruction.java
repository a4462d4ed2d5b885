package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Destroys records of a test's archive.
final class TestDestruction {
    private TestDestruction() {}

    static final String FORM = "ab".repeat(32);

    static AccessionNumber of(Fixture fixture, AccessionRanges going) throws IOException {
        try (var archive = fixture.open()) {
            archive.destructions().guardedBy(new TestGuard(), fixture.clock::instant);
            return archive.destructions().destroy(going, FORM).authorisation();
        }
    }

    /// What a destruction does to the keys, and no more.
    static void swap(Fixture fixture, AccessionRanges going, AccessionNumber authorisation) throws IOException {
        swap(new Insider(fixture.data(), fixture.settings, fixture.alarms), going, authorisation);
    }

    static void swap(Insider insider, AccessionRanges going, AccessionNumber authorisation) throws IOException {
        var benches = new Workbenches(Workbench::new);
        try (var store =
                OpenedStore.open(insider.folder, insider.settings, insider.alarms, insider.now::get, benches)) {
            var writer = new SurvivorsWriter(store, insider.settings.random());
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
