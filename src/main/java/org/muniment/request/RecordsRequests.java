package org.muniment.request;

import java.util.List;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.access.MailIsNotYoursToRead;
import org.muniment.access.PersonId;
import org.muniment.access.Purpose;
import org.muniment.access.Reader;
import org.muniment.access.RequestReaders;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is the list of records requests, and who may see which: records officers and counsel all of
/// them, a reviewer those assigned, an approver those to approve.
@Component
public final class RecordsRequests implements RequestReaders {
    private static final int NUMBER_LENGTH_MAX = 18;

    private final RequestTable table;
    private final ApprovalTable approvals;

    RecordsRequests(WorkflowDatabase database) {
        this.table = RequestTable.in(database);
        this.approvals = new ApprovalTable(database);
    }

    /// Returns a request the actor may see; throws [NoSuchRequest].
    public RecordsRequest require(RequestId request, Actor actor) {
        return table.find(request)
                .filter(found -> sees(actor, found, () -> approvals.of(request)))
                .orElseThrow(NoSuchRequest::new);
    }

    /// Returns a request, for a part of the program that has already asked who may see it. Throws
    /// [NoSuchRequest].
    public RecordsRequest known(RequestId request) {
        return table.find(request).orElseThrow(NoSuchRequest::new);
    }

    /// Returns the actor as somebody who reads mail for this request. Throws [NoSuchRequest] if they
    /// may not see it, [MailIsNotYoursToRead] if their roles read no mail.
    public Reader readerOf(RequestId request, Actor actor) {
        RecordsRequest found = require(request, actor);
        if (!actor.readsMail()) throw new MailIsNotYoursToRead();
        // Who only approves it, as a reviewer of other requests, reads nothing for it.
        if (!worksOn(actor, found)) throw new NoSuchRequest();
        return new Reader(actor, new Purpose(Purpose.Kind.RECORDS_REQUEST, found.label()));
    }

    /// Whether the actor may read mail for this request.
    public boolean reads(RequestId request, Actor actor) {
        return actor.readsMail()
                && table.find(request).filter(found -> worksOn(actor, found)).isPresent();
    }

    @Override
    public Reader readerOf(String request, Actor actor) {
        if (!request.matches("[1-9]\\d*") || request.length() > NUMBER_LENGTH_MAX) throw new NoSuchRequest();
        return readerOf(new RequestId(Long.parseLong(request)), actor);
    }

    /// Returns those the actor may see, newest first.
    public List<RecordsRequest> seenBy(Actor actor) {
        List<ApprovalTable.Approval> asked = approvals.all();
        return table.all().stream()
                .filter(request -> sees(actor, request, () -> asked))
                .toList();
    }

    /// Returns every request, newest first; for a part of the program that shows them to nobody.
    public List<RecordsRequest> all() {
        return table.all();
    }

    /// Returns those that somebody still works on, newest first.
    public List<RecordsRequest> open() {
        return table.all().stream().filter(request -> request.status().isOpen()).toList();
    }

    private static boolean sees(Actor actor, RecordsRequest request, Supplier<List<ApprovalTable.Approval>> approvals) {
        if (worksOn(actor, request)) return true;
        if (!actor.is(Role.REVIEWER) && !actor.is(Role.APPROVER)) return false;
        return approvals.get().stream().anyMatch(one -> one.request().equals(request.id()) && one.isFor(actor));
    }

    private static boolean worksOn(Actor actor, RecordsRequest request) {
        if (actor.person().equals(PersonId.OPERATOR)) return true;
        if (actor.is(Role.RECORDS_OFFICER) || actor.is(Role.COUNSEL)) return true;
        return actor.is(Role.REVIEWER)
                && request.reviewers().stream().anyMatch(one -> one.person().equals(actor.person()));
    }
}
