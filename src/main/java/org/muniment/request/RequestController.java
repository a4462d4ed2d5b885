package org.muniment.request;

import java.time.ZoneId;
import java.util.List;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
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
    private final IntakeDesk desk;
    private final ZoneId zone;

    RequestController(RecordsRequests requests, IntakeDesk desk, ZoneId zone) {
        this.requests = requests;
        this.desk = desk;
        this.zone = zone;
    }

    record RequestBoard(List<BoardLine> lines) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    RequestBoard board(Actor actor) {
        return new RequestBoard(
                requests.seenBy(actor).stream().map(BoardLine::of).toList());
    }

    @GetMapping("/{id:[1-9]\\d{0,17}}")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    RequestView request(@PathVariable long id, Actor actor) {
        return RequestView.of(requests.require(new RequestId(id), actor));
    }

    @PostMapping
    @Allowed(Role.RECORDS_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    RequestView enter(@RequestBody IntakeForm form, Actor actor) {
        return RequestView.of(desk.enter(form.intake(zone), actor));
    }
}
