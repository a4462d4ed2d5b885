package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// This is where a department's manager or another named authority approves what is to be released.
/// An approval holds for the review as it was when it was asked for, and nobody approves what they
/// asked for. After a refusal, only who refused, or counsel, approves the same review.
@Component
public final class Approvals implements ClosingObstacle {
    private static final int WHY_LENGTH_MAX = 2_000;

    private final RecordsRequests requests;
    private final RequestTable work;
    private final ApprovalTable table;
    private final RequestDesk desk;
    private final Chronicle chronicle;
    private final Supplier<Optional<ReviewState>> review;
    private final InstantSource clock;

    @Autowired
    Approvals(
            WorkflowDatabase database,
            RecordsRequests requests,
            RequestDesk desk,
            Chronicle chronicle,
            ObjectProvider<ReviewState> review,
            InstantSource clock) {
        this(database, requests, desk, chronicle, () -> Optional.ofNullable(review.getIfAvailable()), clock);
    }

    Approvals(
            WorkflowDatabase database,
            RecordsRequests requests,
            RequestDesk desk,
            Chronicle chronicle,
            Supplier<Optional<ReviewState>> review,
            InstantSource clock) {
        this.requests = requests;
        this.work = RequestTable.in(database);
        this.table = new ApprovalTable(database);
        this.desk = desk;
        this.chronicle = chronicle;
        this.review = review;
        this.clock = clock;
    }

    /// Returns what was last asked for and answered, compared with the review as it is now.
    public ApprovalStanding standing(RequestId request) {
        Optional<ApprovalTable.Approval> last = table.of(request).stream().findFirst();
        if (last.isEmpty()) return new ApprovalStanding.NotAsked();
        ApprovalTable.Approval asked = last.get();
        if (asked.decision().isEmpty()) return new ApprovalStanding.Waiting(asked.whom(), asked.askedAt());
        ApprovalTable.Decision decision = asked.decision().get();
        if (!decision.isGiven()) return new ApprovalStanding.Refused(decision.by(), decision.at(), decision.reason());
        return asked.review().equals(reviewNow(request))
                ? new ApprovalStanding.Given(decision.person(), decision.by(), decision.at(), decision.reason())
                : new ApprovalStanding.Outdated(decision.by(), decision.at());
    }

    List<ApprovalTable.Approval> of(RequestId request, Actor actor) {
        return table.of(requests.require(request, actor).id());
    }

    /// Those that wait for this person, of all requests.
    List<ApprovalTable.Approval> waitingFor(Actor actor) {
        return table.all().stream()
                .filter(one -> one.decision().isEmpty() && one.isFor(actor))
                .toList();
    }

    /// Asks for approval, of one person or of any approver; the request waits for it.
    void ask(RequestId id, Optional<AssignedPerson> who, String why, Actor by) {
        RecordsRequest request = requests.require(id, by);
        String kept = Written.text("what is to be approved", why, WHY_LENGTH_MAX);
        if (who.filter(one -> one.person().equals(by.person())).isPresent())
            throw new NotYoursToApprove("Nobody approves what they ask for. Choose somebody else.");
        work.done(() -> {
            if (table.of(id).stream().anyMatch(one -> one.decision().isEmpty()))
                throw new NotYoursToApprove(
                        "An approval has been asked for already. Wait for it, or withdraw it first.");
            if (request.status().kind() != RequestStatus.Kind.APPROVAL)
                desk.move(id, RequestStatus.Kind.APPROVAL, "", by);
            table.ask(id, who, kept, reviewNow(id), by, clock.instant());
            String whom = who.map(AssignedPerson::name).orElse("any approver");
            chronicle.tell(
                    request, by, "approval", "Approval asked of " + whom + ". " + kept, "approval was asked for");
            return kept;
        });
    }

    /// Gives or refuses it; a refusal needs a reason, and the request goes back to review.
    void decide(RequestId id, long approval, boolean isGiven, String reason, Actor by) {
        RecordsRequest request = requests.require(id, by);
        String kept = isGiven
                ? Written.text("the reason", reason, WHY_LENGTH_MAX)
                : Written.required("why it is refused", reason, WHY_LENGTH_MAX);
        Instant now = clock.instant();
        work.done(() -> {
            ApprovalTable.Approval asked = asked(id, approval);
            check(asked, by);
            if (isGiven) keepRefusal(asked, by);
            if (!table.decide(approval, new ApprovalTable.Decision(isGiven, by.person(), by.name(), now, kept), by))
                throw decidedAlready();
            String kind = isGiven ? "request-approval-given" : "request-approval-refused";
            chronicle.log(request, kind, Map.of("approval", approval, "review", asked.review()), by);
            String told = (isGiven ? "Approved. " : "Approval refused. ") + kept;
            chronicle.tell(request, by, "approval", told.strip(), isGiven ? "was approved" : "was not approved");
            if (!isGiven && request.status().kind() == RequestStatus.Kind.APPROVAL)
                desk.step(request, new RequestStatus.InReview(now), "In review again.", by);
            return kept;
        });
    }

    private void check(ApprovalTable.Approval asked, Actor by) {
        if (asked.decision().isPresent()) throw decidedAlready();
        if (asked.askedBy().person().equals(by.person()))
            throw new NotYoursToApprove("Nobody approves what they asked for. Another person has to.");
        if (!asked.isFor(by)) throw new NotYoursToApprove("This was asked of " + asked.whom() + ", not of you.");
        if (!asked.review().equals(reviewNow(asked.request())))
            throw new NotYoursToApprove("The review has changed since this was asked. The records officer has to"
                    + " withdraw it and ask again.");
    }

    /// Whoever refused is not passed over by asking somebody else about the very same review.
    private void keepRefusal(ApprovalTable.Approval asked, Actor by) {
        Optional<ApprovalTable.Decision> last = table.of(asked.request()).stream()
                .filter(one -> one.id() != asked.id() && one.review().equals(asked.review()))
                .flatMap(one -> one.decision().stream())
                .findFirst();
        if (last.isEmpty() || last.get().isGiven() || by.is(Role.COUNSEL)) return;
        if (!last.get().person().equals(by.person()))
            throw new NotYoursToApprove("%s refused this, and nothing in the review has changed since. Change what was"
                            .formatted(last.get().by())
                    + " refused, or have %s or counsel asked."
                            .formatted(last.get().by()));
    }

    private static NotYoursToApprove decidedAlready() {
        return new NotYoursToApprove("This was decided already, or withdrawn. Load the page again.");
    }

    /// Takes a question back, or an approval; the request goes back to review. A refusal stands until
    /// somebody answers when asked again.
    void withdraw(RequestId id, long approval, Actor by) {
        RecordsRequest request = requests.require(id, by);
        work.done(() -> {
            asked(id, approval);
            if (!table.withdraw(approval, clock.instant()))
                throw new NotYoursToApprove("A refusal is not withdrawn: it stands until another answer. Ask again when"
                        + " what was refused has been mended.");
            chronicle.tell(request, by, "approval", "Approval withdrawn.", "the approval was withdrawn");
            if (request.status().kind() == RequestStatus.Kind.APPROVAL)
                desk.move(id, RequestStatus.Kind.REVIEW, "", by);
            return approval;
        });
    }

    private ApprovalTable.Approval asked(RequestId request, long approval) {
        return table.of(request).stream()
                .filter(one -> one.id() == approval)
                .findFirst()
                .orElseThrow(() -> new NotYoursToApprove("There is no such question. Load the page again."));
    }

    private String reviewNow(RequestId request) {
        return review.get().map(state -> state.hash(request)).orElse("");
    }

    @Override
    public List<String> standingInTheWay(RequestId request) {
        return standing(request) instanceof ApprovalStanding.Waiting waiting
                ? List.of("Approval by " + waiting.whom() + " is waited for. Wait for it, or withdraw the question.")
                : List.of();
    }
}
