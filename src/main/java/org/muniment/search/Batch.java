package org.muniment.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.Channel;
import org.muniment.archive.DestructionEvent;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.muniment.archive.StoreIsDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is what the index takes from the log at once.
///
/// @param gone records whose destruction began: they must not be found any more
/// @param newest when its last entry was written; nothing if it has none
/// @param end the size of the log up to which everything is in this batch or in those before
record Batch(List<ArchivedMessage> messages, List<AccessionRanges> gone, Optional<Instant> newest, long end) {
    static final int ENTRIES_MAX = 512;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final long BYTES_MAX = 16L << 20;

    static Batch next(EntryReader entries, long from, Alarms alarms) throws IOException {
        var messages = new ArrayList<ArchivedMessage>();
        var gone = new ArrayList<AccessionRanges>();
        var newest = Optional.<Instant>empty();
        long end = from;
        long bytes = 0;
        while (end - from < ENTRIES_MAX && bytes < BYTES_MAX) {
            var entry = nextReadable(entries, alarms);
            if (entry.isEmpty()) break;
            end = entry.get().accession().index() + 1;
            newest = Optional.of(entry.get().at());
            if (entry.get() instanceof LogEntry.Capture(var message)) {
                messages.add(message);
                bytes += message.sizeBytes();
            }
            if (entry.get() instanceof LogEntry.Lifecycle event) begun(event).ifPresent(gone::add);
        }
        return new Batch(messages, gone, newest, end);
    }

    private static Optional<AccessionRanges> begun(LogEntry.Lifecycle event) {
        return DestructionEvent.of(event.event())
                .filter(DestructionEvent.Begun.class::isInstance)
                .map(begun -> ((DestructionEvent.Begun) begun).records());
    }

    /// Passes damaged entries by, with an alarm: what can be read must be found. The reader goes on after them.
    private static Optional<LogEntry> nextReadable(EntryReader entries, Alarms alarms) throws IOException {
        while (true) {
            try {
                return entries.next();
            } catch (StoreIsDamaged damage) {
                LOG.error("An entry of the store cannot be indexed", damage);
                alarms.raise(
                        AlarmKind.MESSAGE_NOT_INDEXED,
                        "An entry of the store is damaged and cannot be found. " + damage.getMessage());
            }
        }
    }

    boolean isFromJournal() {
        return !messages.isEmpty() && messages.getLast().envelope().channel() == Channel.SMTP;
    }
}
