package org.muniment.request;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The steps of a request over HTTP: where it goes, what it is understood to ask for, its end and its
/// appeal, and what it preserves.
@RestController
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestActController {
    private final RecordsRequests requests;
    private final RequestViews views;
    private final RequestDesk desk;
    private final ClosingDesk closing;
    private final Preservations preservations;
    private final ZoneId zone;

    RequestActController(
            RecordsRequests requests,
            RequestViews views,
            RequestDesk desk,
            ClosingDesk closing,
            Preservations preservations,
            ZoneId zone) {
        this.requests = requests;
        this.views = views;
        this.desk = desk;
        this.closing = closing;
        this.preservations = preservations;
        this.zone = zone;
    }

    /// @param words the question or the reason that belongs to the status
    record MoveForm(RequestStatus.Kind to, Optional<String> words) {}

    record ClosingForm(Determination determination, Optional<String> explanation) {}

    /// @param entries those of the log that placed what counsel lets go of, as the page showed them
    record EndForm(Optional<String> reason, Optional<List<Long>> entries) {}

    @PostMapping("/status")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    RequestView move(@PathVariable long id, @RequestBody MoveForm form, Actor actor) {
        return views.of(desk.move(new RequestId(id), form.to(), form.words().orElse(""), actor), actor);
    }

    @PutMapping("/subject")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    RequestView changeSubject(@PathVariable long id, @RequestBody IntakeForm.SubjectForm form, Actor actor) {
        return views.of(desk.changeSubject(new RequestId(id), form.subject(), actor), actor);
    }

    @GetMapping("/obstacles")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    List<ClosingDesk.InTheWay> obstacles(@PathVariable long id, Actor actor) {
        return closing.inTheWay(requests.require(new RequestId(id), actor).id());
    }

    @PostMapping("/closing")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    RequestView close(@PathVariable long id, @RequestBody ClosingForm form, Actor actor) {
        return views.of(
                closing.close(
                        new RequestId(id),
                        form.determination(),
                        form.explanation().orElse(""),
                        actor),
                actor);
    }

    @PostMapping("/appeal")
    @Allowed(Role.RECORDS_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    RequestView appeal(@PathVariable long id, @RequestBody IntakeForm form, Actor actor) {
        return views.of(closing.appeal(new RequestId(id), form.intake(zone), actor), actor);
    }

    @PostMapping("/preservation/end")
    @Allowed(Role.COUNSEL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endPreservation(@PathVariable long id, @RequestBody EndForm form, Actor actor) {
        RequestId request = requests.require(new RequestId(id), actor).id();
        preservations.end(
                request, form.entries().orElse(List.of()), form.reason().orElse(""), actor);
    }
}
