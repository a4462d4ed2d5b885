package org.muniment.archive;

import java.time.Instant;

/// This is one entry of the log, as a follower reads it.
public sealed interface LogEntry {
    AccessionNumber accession();

    /// When it was written.
    Instant at();

    /// A message taken into custody.
    record Capture(ArchivedMessage message) implements LogEntry {
        @Override
        public AccessionNumber accession() {
            return message.accession();
        }

        @Override
        public Instant at() {
            return message.capturedAt();
        }
    }

    /// An earlier capture delivered again.
    record Duplicate(AccessionNumber accession, Instant at, AccessionNumber original, Envelope envelope)
            implements LogEntry {}

    /// What was destroyed: its key is gone, and what it held with it.
    ///
    /// @param authorisation the entry that says who had it destroyed, and on what grounds
    record Destroyed(AccessionNumber accession, Instant at, AccessionNumber authorisation) implements LogEntry {}

    /// Something that happened to the archive.
    record Lifecycle(AccessionNumber accession, Instant at, LifecycleEvent event) implements LogEntry {}
}
