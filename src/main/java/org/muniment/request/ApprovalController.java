package org.muniment.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Approvals over HTTP: asked for, given, refused, withdrawn. No mail is in them.
@RestController
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
class ApprovalController {
    private final Approvals approvals;
    private final Assignments assignments;

    ApprovalController(Approvals approvals, Assignments assignments) {
        this.approvals = approvals;
        this.assignments = assignments;
    }

    /// @param person who is to approve; absent: any approver
    record ApprovalForm(Optional<Long> person, Optional<String> why) {}

    record ApprovalDecisionForm(Optional<Boolean> isGiven, Optional<String> reason) {}

    /// @param isMine whether whoever asks may decide it now
    record ApprovalView(
            long id,
            String whom,
            String why,
            String askedBy,
            Instant askedAt,
            boolean isMine,
            Optional<Boolean> isGiven,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> reason) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    List<ApprovalView> approvals(@PathVariable long id, Actor actor) {
        return approvals.of(new RequestId(id), actor).stream()
                .map(one -> view(one, actor))
                .toList();
    }

    @PostMapping
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    List<ApprovalView> ask(@PathVariable long id, @RequestBody ApprovalForm form, Actor actor) {
        approvals.ask(
                new RequestId(id),
                form.person().map(assignments::named),
                form.why().orElse(""),
                actor);
        return approvals(id, actor);
    }

    @PostMapping("/{approval}/decision")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    List<ApprovalView> decide(
            @PathVariable long id, @PathVariable long approval, @RequestBody ApprovalDecisionForm form, Actor actor) {
        boolean isGiven = form.isGiven().orElseThrow(() -> new IntakeIsIncomplete("Say whether you approve."));
        approvals.decide(new RequestId(id), approval, isGiven, form.reason().orElse(""), actor);
        return approvals(id, actor);
    }

    @PostMapping("/{approval}/withdraw")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    List<ApprovalView> withdraw(@PathVariable long id, @PathVariable long approval, Actor actor) {
        approvals.withdraw(new RequestId(id), approval, actor);
        return approvals(id, actor);
    }

    private static ApprovalView view(ApprovalTable.Approval one, Actor actor) {
        return new ApprovalView(
                one.id(),
                one.whom(),
                one.why(),
                one.askedBy().name(),
                one.askedAt(),
                one.decision().isEmpty()
                        && one.isFor(actor)
                        && !one.askedBy().person().equals(actor.person()),
                one.decision().map(ApprovalTable.Decision::isGiven),
                one.decision().map(ApprovalTable.Decision::by),
                one.decision().map(ApprovalTable.Decision::at),
                one.decision().map(ApprovalTable.Decision::reason));
    }
}
