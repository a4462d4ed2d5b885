package org.muniment.forgetting;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.DestructionEvent;
import org.muniment.archive.EventReader;
import org.muniment.archive.LogEntry;
import org.muniment.archive.StoreIsDamaged;
import org.muniment.workflow.WorkflowDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// This follows the log and tells everybody who derived something what is gone. Where it is, is written down after they
/// have forgotten: what a stop came between is forgotten once more.
@Component
public final class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    /// Entries that may be read twice; writing each one down would cost a force of the disk for each message.
    private static final long UNWRITTEN_MAX = 10_000;

    private final Archive archive;
    private final WorkflowDatabase database;
    private final List<Forgets> parts;
    private long position;
    private long written;

    public Forgetting(Archive archive, WorkflowDatabase database, List<Forgets> parts) {
        database.migrate(Forgetting.class);
        this.archive = archive;
        this.database = database;
        this.parts = List.copyOf(parts);
        this.written = database.sql()
                .sql("SELECT next_entry FROM forgetting_position")
                .query(Long.class)
                .single();
        this.position = written;
    }

    /// Forgets what the log has called destroyed since the last time, and returns how far the log was read.
    public synchronized long catchUp() throws IOException {
        // An archive restored from an older copy is shorter than what was read.
        if (position > archive.size()) position = 0;
        long end = archive.size();
        if (position == end) return position;
        boolean wasAny = false;
        try (EventReader events = archive.events(new AccessionNumber(position))) {
            for (var next = next(events); next.isPresent(); next = next(events)) wasAny |= forget(next.get());
        }
        position = end;
        if (wasAny || position < written || position - written >= UNWRITTEN_MAX) writeDown();
        return position;
    }

    private boolean forget(LogEntry.Lifecycle entry) {
        var event = DestructionEvent.of(entry.event());
        if (event.isEmpty() || !(event.get() instanceof DestructionEvent.Begun begun)) return false;
        database.rewrittenWhenClosed();
        for (Forgets part : parts) part.forget(begun.records());
        return true;
    }

    private void writeDown() {
        database.done(() -> database.sql()
                .sql("UPDATE forgetting_position SET next_entry = :position")
                .param("position", position)
                .update());
        written = position;
    }

    /// Passes damaged entries by: the integrity check tells of them.
    private static Optional<LogEntry.Lifecycle> next(EventReader events) throws IOException {
        while (true) {
            try {
                return events.next();
            } catch (StoreIsDamaged damage) {
                LOG.error("An entry of the log cannot be read; whether it destroyed anything is not known", damage);
            }
        }
    }
}
