package org.muniment.deadline;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where requests get their dates: from when they began and what happened since, counted
/// anew each time. Any thread may use it.
@Component
public final class DeadlineDesk {
    static final int NOTE_LENGTH_MAX = 500;

    private final DeadlineTable table;
    private final CityOffices offices;
    private final LawBook law;
    private final AuditTrail audit;
    private final InstantSource clock;

    DeadlineDesk(WorkflowDatabase database, CityOffices offices, LawBook law, AuditTrail audit, InstantSource clock) {
        this.table = DeadlineTable.in(database);
        this.offices = offices;
        this.law = law;
        this.audit = audit;
        this.clock = clock;
    }

    /// Returns the date of a request as it stands. See [Deadline#lateness].
    public Deadline deadline(ClockStart start) {
        return counted(start, events(table.events(start.request())));
    }

    /// The same for many, by request number; for a board.
    public Map<Long, Deadline> deadlines(List<ClockStart> starts) {
        Map<Long, List<ClockEntry>> entries = table.events();
        Map<ClockPlace, Clock> clocks = new HashMap<>();
        Map<Long, Deadline> all = new HashMap<>();
        for (ClockStart start : starts) {
            List<ClockEvent> events = events(entries.getOrDefault(start.request(), List.of()));
            Clock clock = clocks.computeIfAbsent(ClockPlace.of(start), _ -> clock(start));
            all.put(
                    start.request(),
                    start.isAppeal() ? AppealClock.of(law, start) : clock.deadline(start.receivedAt(), events));
        }
        return all;
    }

    /// Returns what the date would be if this happened, too. Throws [EventIsRefused] if the law does
    /// not know it.
    public Deadline deadlineWith(ClockStart start, ClockEvent event) {
        if (start.isAppeal()) throw AppealClock.noEvents();
        List<ClockEvent> all = new ArrayList<>(events(table.events(start.request())));
        all.add(event);
        return counted(start, all);
    }

    /// Writes down what happened and returns the date that follows. Nothing is written if the law
    /// does not know it: throws [EventIsRefused]. The caller tells the request's timeline.
    public Deadline happened(ClockStart start, ClockEvent event, String note, Actor by) {
        if (note.length() > NOTE_LENGTH_MAX)
            throw new EventIsRefused("A note is at most 500 characters long. Shorten it.");
        Deadline after = deadlineWith(start, event);
        return table.done(() -> {
            table.add(start.request(), event, note, by, clock.instant());
            record(by, start.request(), "%s on %s".formatted(event.word(), event.on()));
            return after;
        });
    }

    /// Takes back an event that was entered by mistake. Throws [EventIsRefused] if what came after
    /// does not stand without it.
    public Deadline takeBack(ClockStart start, long event, String reason, Actor by) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > NOTE_LENGTH_MAX)
            throw new EventIsRefused("Say in at most 500 characters why the event is taken back.");
        List<ClockEntry> entries = table.events(start.request());
        if (entries.stream().noneMatch(entry -> entry.id() == event))
            throw new EventIsRefused("This event is not there any more. Load the page again.");
        Deadline after = counted(
                start,
                events(entries.stream().filter(entry -> entry.id() != event).toList()));
        return table.done(() -> {
            table.takeBack(event, why, by, clock.instant());
            record(by, start.request(), "event " + event + " taken back");
            return after;
        });
    }

    /// Returns what is written down, oldest day first.
    public List<ClockEntry> entries(long request) {
        return table.events(request);
    }

    /// Returns the day that is so many business days after another where the request arrived; the later
    /// one, where the law leaves open what counts.
    public LocalDate businessDaysAfter(ClockStart start, LocalDate day, int days) {
        return clock(start).businessDaysAfter(day, days);
    }

    /// Where requests are counted alike.
    private record ClockPlace(JurisdictionId jurisdiction, Optional<String> office) {
        static ClockPlace of(ClockStart start) {
            return new ClockPlace(start.jurisdiction(), start.office());
        }
    }

    private Deadline counted(ClockStart start, List<ClockEvent> events) {
        return start.isAppeal() ? AppealClock.of(law, start) : clock(start).deadline(start.receivedAt(), events);
    }

    private Clock clock(ClockStart start) {
        return Clock.of(law, start.jurisdiction(), offices.of(start.jurisdiction(), start.office()));
    }

    private static List<ClockEvent> events(List<ClockEntry> entries) {
        return entries.stream().map(ClockEntry::event).toList();
    }

    private void record(Actor by, long request, String what) {
        audit.record(
                new AuditEntry(Act.CLOCK_CHANGED, by, Optional.empty(), "request " + request + ": " + what, List.of()));
    }
}
