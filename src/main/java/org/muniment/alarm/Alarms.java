package org.muniment.alarm;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.muniment.workflow.WorkflowDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is the one list of what an operator must act on. A raised alarm stands until it is settled (the condition has
/// gone) or acknowledged (a person has read it). Raising never blocks and never throws: whoever raises has worse to do.
/// The list outlives the process; while the database cannot be written, alarms stand in memory and in the log file.
public final class Alarms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int WAITING_MAX = 1_000;

    private final WorkflowDatabase database;
    private final AutoCloseable own;
    private final InstantSource clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("alarms").factory());
    private final List<Alarm> unwritten = new ArrayList<>();
    private @Nullable AlarmTable table;

    private Alarms(WorkflowDatabase database, AutoCloseable own, InstantSource clock) {
        this.database = database;
        this.own = own;
        this.clock = clock;
    }

    /// The alarms in a database that is not there until the first one is raised, and that somebody else closes.
    public static Alarms in(WorkflowDatabase database, InstantSource clock) {
        return new Alarms(database, () -> {}, clock);
    }

    /// The alarms in the database of a folder that nobody else uses.
    public static Alarms in(Path workflowFolder, InstantSource clock) {
        var database = WorkflowDatabase.in(workflowFolder);
        return new Alarms(database, database, clock);
    }

    /// Raises an alarm. The same kind and sentence again only counts it once more.
    public void raise(AlarmKind kind, String sentence) {
        LOG.error("Alarm {}: {} {}", kind, sentence, kind.advice());
        Instant now = clock.instant();
        inBackground(() -> {
            try {
                table().raise(kind, sentence, now);
            } catch (RuntimeException unwritable) {
                LOG.error("The alarm could not be written; it stands in memory", unwritable);
                if (unwritten.size() < WAITING_MAX) {
                    unwritten.add(new Alarm(-1L - unwritten.size(), kind, sentence, now, now, 1));
                }
            }
        });
    }

    /// Settles every standing alarm of a kind: the condition has gone.
    public void settle(AlarmKind kind) {
        inBackground(() -> {
            unwritten.removeIf(alarm -> alarm.kind() == kind);
            if (exists()) table().settle(kind, clock.instant());
        });
    }

    /// The alarms that stand, oldest first, including everything raised before this call.
    public List<Alarm> standing() {
        return answer(() -> {
            List<Alarm> standing = new ArrayList<>(exists() ? table().standing() : List.of());
            standing.addAll(unwritten);
            return List.copyOf(standing);
        });
    }

    /// The alarms that stood at some time between two instants, oldest first; at most 1,000.
    public List<PastAlarm> stoodBetween(Instant from, Instant to) {
        return answer(() -> exists() ? table().stoodBetween(from, to, WAITING_MAX) : List.of());
    }

    /// The alarms that stand and that nobody was told of by mail since an instant, oldest first.
    List<Alarm> unmailedSince(Instant instant) {
        return answer(() -> {
            List<Alarm> untold = new ArrayList<>(exists() ? table().unmailedSince(instant) : List.of());
            untold.addAll(unwritten);
            return List.copyOf(untold);
        });
    }

    /// Notes that people were told of these by mail.
    void mailed(List<Alarm> told) {
        Instant now = clock.instant();
        inBackground(() -> {
            if (!told.isEmpty() && exists()) table().mailed(told, now);
        });
    }

    /// Acknowledges one alarm; true if it stood. It is on disk when this returns.
    public boolean acknowledge(long id, String by) {
        return answer(() -> unwritten.removeIf(alarm -> alarm.id() == id)
                || (exists() && table().acknowledge(id, by, clock.instant())));
    }

    @Override
    public void close() {
        inBackground(() -> {
            try {
                own.close();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        writer.close();
    }

    private boolean exists() {
        return database.isThere();
    }

    private AlarmTable table() {
        AlarmTable opened = table;
        if (opened == null) table = opened = AlarmTable.in(database);
        return opened;
    }

    private void inBackground(Runnable work) {
        writer.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("The alarm list could not be written", failure);
            }
        });
    }

    private <T> T answer(java.util.concurrent.Callable<T> question) {
        try {
            return writer.submit(question).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the alarms", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the alarm list cannot be read", failure);
        }
    }
}
