package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What makes an archive a demonstration: its first entry says so. The log is signed over it, so that an archive of
/// real mail can never be turned into one, nor one into an archive of real mail.
final class Demonstration {
    static final String KIND = "demonstration-begun";

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private Demonstration() {}

    /// Returns what was written down when the demonstration was begun; empty in an archive of real mail.
    static Optional<String> in(OpenedStore store) throws IOException {
        try (EntryReader entries = store.entries(0)) {
            return entries.next()
                    .filter(LogEntry.Lifecycle.class::isInstance)
                    .map(entry -> ((LogEntry.Lifecycle) entry).event())
                    .filter(event -> event.kind().equals(KIND))
                    .map(LifecycleEvent::body);
        } catch (StoreIsDamaged damage) {
            // The archive must open for reading all the same; less is allowed in one of real mail.
            LOG.error("The first entry cannot be read: the archive counts as one of real mail", damage);
            return Optional.empty();
        }
    }
}
