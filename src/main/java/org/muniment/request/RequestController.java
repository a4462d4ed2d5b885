package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.deadline.CityOffices;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Requests over HTTP: the board, one request, and entering one.
@RestController
@RequestMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestController {
    private final RecordsRequests requests;
    private final RequestViews views;
    private final Board board;
    private final Tasks tasks;
    private final Approvals approvals;
    private final IntakeDesk desk;
    private final CityOffices city;
    private final List<WorkThatWaits> others;
    private final InstantSource clock;
    private final ZoneId zone;

    RequestController(
            RecordsRequests requests,
            RequestViews views,
            Board board,
            Tasks tasks,
            Approvals approvals,
            IntakeDesk desk,
            CityOffices city,
            List<WorkThatWaits> others,
            InstantSource clock,
            ZoneId zone) {
        this.requests = requests;
        this.views = views;
        this.board = board;
        this.tasks = tasks;
        this.approvals = approvals;
        this.desk = desk;
        this.city = city;
        this.others = others;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param today in the city
    record RequestBoard(LocalDate today, List<BoardLine> lines) {}

    /// What waits for a person at home: their tasks, approvals asked of them, and what else they may do.
    record RequestNeeds(List<TaskNeed> tasks, List<ApprovalNeed> approvals, List<WorkNeed> works) {}

    record TaskNeed(long request, String label, String what, Optional<LocalDate> dueOn) {}

    record ApprovalNeed(long request, String label, String askedBy, Instant askedAt) {}

    record WorkNeed(long request, String label, String what, String why, String tab, String act) {}

    /// What an officer has to know to enter a request.
    ///
    /// @param jurisdiction whose law counts; absent until an administrator has said it
    record IntakeBasis(Optional<String> jurisdiction, List<String> offices) {}

    record LikenessForm(Optional<String> words, Optional<String> name, Optional<String> email) {}

    /// A request that may be the same.
    record Alike(long id, String label, String requester, String about, Instant receivedAt) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    RequestBoard board(Actor actor) {
        return new RequestBoard(board.today(), board.lines(actor));
    }

    @GetMapping("/needs")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    RequestNeeds needs(Actor actor) {
        Set<RequestId> seen =
                requests.seenBy(actor).stream().map(RecordsRequest::id).collect(Collectors.toSet());
        List<TaskNeed> mine = tasks.open().stream()
                .filter(task -> task.who().stream().anyMatch(one -> one.person().equals(actor.person())))
                .filter(task -> seen.contains(task.request()))
                .map(task -> new TaskNeed(task.request().number(), label(task.request()), task.what(), task.dueOn()))
                .toList();
        List<ApprovalNeed> asked = approvals.waitingFor(actor).stream()
                .map(one -> new ApprovalNeed(
                        one.request().number(),
                        label(one.request()),
                        one.askedBy().name(),
                        one.askedAt()))
                .toList();
        List<WorkNeed> works = others.stream()
                .flatMap(one -> one.of(actor).stream())
                .filter(work -> seen.contains(work.request()))
                .map(work -> new WorkNeed(
                        work.request().number(),
                        label(work.request()),
                        work.what(),
                        work.why(),
                        work.tab(),
                        work.act()))
                .toList();
        return new RequestNeeds(mine, asked, works);
    }

    private String label(RequestId request) {
        return requests.known(request).label();
    }

    @GetMapping("/{id:[1-9]\\d{0,17}}")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    RequestView request(@PathVariable long id, Actor actor) {
        return views.of(requests.require(new RequestId(id), actor), actor);
    }

    @GetMapping("/intake")
    @Allowed(Role.RECORDS_OFFICER)
    IntakeBasis basis() {
        return new IntakeBasis(desk.jurisdiction().map(Object::toString), city.names());
    }

    /// Requests of the last year that may be the same as one about to be entered; nothing is written.
    @PostMapping("/alike")
    @Allowed(Role.RECORDS_OFFICER)
    List<Alike> alike(@RequestBody LikenessForm form) {
        return Likeness.to(
                        form.words().orElse(""),
                        form.email().orElse(""),
                        form.name().orElse(""),
                        requests.all(),
                        clock.instant())
                .stream()
                .map(one -> new Alike(
                        one.id().number(),
                        one.label(),
                        one.requester().shownName(),
                        BoardLine.about(one),
                        one.receivedAt()))
                .toList();
    }

    @PostMapping
    @Allowed(Role.RECORDS_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    RequestView enter(@RequestBody IntakeForm form, Actor actor) {
        return views.of(desk.enter(form.intake(zone), actor), actor);
    }
}
