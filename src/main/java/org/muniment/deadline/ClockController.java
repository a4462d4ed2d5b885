package org.muniment.deadline;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;
import org.muniment.law.Verifications;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A request's clock over HTTP: when it is due, how that was counted, and what happened. Nobody sends a
/// due date.
@RestController
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/clock", produces = MediaType.APPLICATION_JSON_VALUE)
class ClockController {
    private final ClockedRequests requests;
    private final DeadlineDesk desk;
    private final LawBook law;
    private final Verifications verifications;
    private final InstantSource clock;
    private final ZoneId zone;

    ClockController(
            ClockedRequests requests,
            DeadlineDesk desk,
            LawBook law,
            Verifications verifications,
            InstantSource clock,
            ZoneId zone) {
        this.requests = requests;
        this.desk = desk;
        this.law = law;
        this.verifications = verifications;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param acts what the law knows here and what it does not, with its words
    record ClockView(
            DeadlineStatement deadline,
            Deadline.Lateness lateness,
            boolean standsStill,
            LocalDate today,
            List<ClockEventView> events,
            List<ClockAct> acts) {}

    record ClockEventView(
            long id, String kind, LocalDate on, Optional<String> detail, String note, String addedBy, String addedAt) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    ClockView clock(@PathVariable long id, Actor actor) {
        return view(requests.start(id, actor));
    }

    /// Counts as if it had happened, and writes nothing down.
    @PostMapping("/trial")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    DeadlineStatement trial(@PathVariable long id, @RequestBody ClockEventForm form, Actor actor) {
        return told(desk.deadlineWith(requests.start(id, actor), form.event()));
    }

    @PostMapping("/events")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    ClockView happened(@PathVariable long id, @RequestBody ClockEventForm form, Actor actor) {
        ClockStart start = requests.start(id, actor);
        requests.requireAtWork(id, actor);
        ClockEvent event = form.event();
        Deadline after = desk.happened(start, event, form.note().orElse("").strip(), actor);
        requests.tell(id, actor, "clock", ClockAct.told(event) + " " + due(after));
        return view(start);
    }

    record TakeBackForm(Optional<String> reason) {}

    @PostMapping("/events/{event:[1-9]\\d{0,17}}/take-back")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    ClockView takeBack(@PathVariable long id, @PathVariable long event, @RequestBody TakeBackForm form, Actor actor) {
        ClockStart start = requests.start(id, actor);
        requests.requireAtWork(id, actor);
        String reason = form.reason().orElse("");
        Deadline after = desk.takeBack(start, event, reason, actor);
        requests.tell(id, actor, "clock", "An event of the clock was taken back: %s %s".formatted(reason, due(after)));
        return view(start);
    }

    private static String due(Deadline deadline) {
        return deadline.dueOn()
                .map(day -> "Due by law on " + Words.day(day) + ".")
                .orElse("There is no date by law now.");
    }

    private ClockView view(ClockStart start) {
        Deadline deadline = desk.deadline(start);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new ClockView(
                told(deadline),
                deadline.lateness(today),
                deadline.standsStill(),
                today,
                desk.entries(start.request()).stream()
                        .map(ClockController::event)
                        .toList(),
                start.isAppeal()
                        ? List.of()
                        : ClockAct.all(ClockRules.of(
                                law, start.jurisdiction(), start.receivedAt().toLocalDate())));
    }

    private DeadlineStatement told(Deadline deadline) {
        return DeadlineStatement.of(deadline, (Provision rule) -> verifications.isVerified(rule));
    }

    private static ClockEventView event(ClockEntry entry) {
        return new ClockEventView(
                entry.id(),
                entry.event().word(),
                entry.event().on(),
                DeadlineTable.detail(entry.event()),
                entry.note(),
                entry.addedBy(),
                entry.addedAt().toString());
    }
}
