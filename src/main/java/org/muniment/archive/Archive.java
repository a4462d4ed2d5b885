package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.MerkleLog;
import org.muniment.merklelog.SignedNote;

/// This is the archive: every capture byte for byte under its accession number, with a log that proves it.
@SuppressWarnings("DoNotCallSuggester")
public final class Archive implements AutoCloseable {
    private Archive() {}

    /// Opens the archive in a data folder; makes it, with its keys, at the first start. Recovers from whatever stopped
    /// the last process. A store that contradicts its own log opens read-only, with an alarm.
    public static Archive open(Path dataFolder, ArchiveSettings settings, Alarms alarms, InstantSource clock)
            throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Begins a capture. Throws [ArchiveIsFull] or [ArchiveIsReadOnly] if it could not be kept now.
    public Incoming receive(Envelope envelope) {
        throw new IllegalStateException("not yet");
    }

    /// Returns how many entries there are: 0 to size-1 are on disk.
    public long size() {
        throw new IllegalStateException("not yet");
    }

    /// Returns one capture; throws [NoSuchCapture].
    public ArchivedMessage message(AccessionNumber number) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns a reader of all entries from a number on, for a follower.
    public EntryReader entries(AccessionNumber from) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Writes down an event; it is on disk when this returns. Throws an [ArchiveRefusal].
    public AccessionNumber record(LifecycleEvent event) {
        throw new IllegalStateException("not yet");
    }

    /// Waits until there are more than `size` entries, or the time is over.
    public void awaitGrowth(long size, Duration atMost) throws InterruptedException {
        throw new IllegalStateException("not yet");
    }

    /// Returns why nothing is accepted; empty while all is well.
    public java.util.Optional<String> readOnlyReason() {
        throw new IllegalStateException("not yet");
    }

    public MerkleLog log() {
        throw new IllegalStateException("not yet");
    }

    /// Signs a text (which ends with a newline) with the log's key.
    public SignedNote sign(String text) {
        throw new IllegalStateException("not yet");
    }

    public IntegrityReport check(IntegrityCheck.Level level, Progress progress) throws IOException {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() throws IOException {
        throw new IllegalStateException("not yet");
    }
}
