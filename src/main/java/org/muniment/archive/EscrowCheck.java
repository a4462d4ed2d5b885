package org.muniment.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Compares what is known of copies of the root keys, and the root keys there are, with the log from its beginning.
record EscrowCheck(OpenedStore store, Consumer<String> findings) {
    void run() throws IOException {
        List<EscrowBook.Noted> events;
        try {
            events = new EscrowBook(store).compared(findings);
        } catch (StoreIsDamaged foundWhereItStands) {
            // What the log says cannot be known as long as some of it cannot be read.
            return;
        }
        EscrowLedger.of(events, findings);
        // In this order: a destruction that goes on is written down in a file, then in the log.
        Optional<KeyChange> underWay = KeyChange.in(store.layout());
        Set<Integer> versions = store.ring().vault().rootVersions();
        for (EscrowBook.Noted noted : events)
            if (noted.event() instanceof EscrowEvent.RootDestroyed(int root)
                    && versions.contains(root)
                    && underWay.filter(change -> change.version() == root).isEmpty())
                findings.accept("entry " + noted.entry() + " says that version " + root
                        + " of the root key is destroyed, and the keystore has it");
    }
}
