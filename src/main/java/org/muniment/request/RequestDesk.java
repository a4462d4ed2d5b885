package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where a request goes from one status to the next. Each step is in the archive's log, on
/// the timeline and in the audit trail, or is not made; a step that is not one of the [Moves] is
/// refused with those that are.
@Component
public final class RequestDesk {
    private static final int WORDS_LENGTH_MAX = 2_000;

    private final RecordsRequests requests;
    private final RequestTable table;
    private final StatusTable statuses;
    private final SubjectTable subjects;
    private final Preservations preservations;
    private final ClockEffects effects;
    private final Chronicle chronicle;
    private final InstantSource clock;

    RequestDesk(
            WorkflowDatabase database,
            RecordsRequests requests,
            Preservations preservations,
            ClockEffects effects,
            Chronicle chronicle,
            InstantSource clock) {
        this.requests = requests;
        this.table = RequestTable.in(database);
        this.statuses = new StatusTable(database);
        this.subjects = new SubjectTable(database);
        this.preservations = preservations;
        this.effects = effects;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /// Counts one more release of the request and says so; the release itself was made by whoever
    /// calls. Refused where nothing may be released, such as after closing.
    public RecordsRequest released(RequestId id, Actor by) {
        return table.done(() -> {
            RecordsRequest request = requests.require(id, by);
            Moves.check(request, RequestStatus.Kind.RELEASED_IN_PARTS);
            table.countRelease(id);
            int parts = request.releases() + 1;
            return moved(request, new RequestStatus.ReleasedInParts(now(), parts), "Part " + parts + " released.", by);
        });
    }

    /// Moves a request to a status that anybody may choose who runs it; `words` are the question or
    /// reason that belongs to it. Closing, releasing and appeals have ways of their own.
    RecordsRequest move(RequestId id, RequestStatus.Kind to, String words, Actor by) {
        return table.done(() -> {
            RecordsRequest request = requests.require(id, by);
            Moves.check(request, to);
            RequestStatus status = status(request, to, words);
            return moved(request, status, sentence(status, words.strip()), by);
        });
    }

    private RequestStatus status(RecordsRequest request, RequestStatus.Kind to, String words) {
        return switch (to) {
            case RECEIVED -> new RequestStatus.Received(now());
            case CLARIFICATION -> new RequestStatus.Clarification(now(), required("what you ask the requester", words));
            case FEE_PENDING -> new RequestStatus.FeePending(now(), required("what is to be paid", words));
            case SEARCHING -> new RequestStatus.Searching(now());
            case REVIEW -> new RequestStatus.InReview(now());
            case COUNSEL -> new RequestStatus.WithCounsel(now(), required("what counsel is asked", words));
            case APPROVAL -> new RequestStatus.AwaitingApproval(now());
            case REOPENED -> new RequestStatus.Reopened(now(), required("why it is reopened", words));
            case MISFILED -> new RequestStatus.Misfiled(now(), required("why it should not have been entered", words));
            case RELEASED_IN_PARTS, CLOSED, APPEALED -> throw new MoveIsNotLegal(request, to, Moves.from(request));
        };
    }

    private static String sentence(RequestStatus status, String words) {
        String name = status.kind().words();
        String begin = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return words.isEmpty() ? begin + "." : begin + ": " + words;
    }

    /// Makes a step that follows from what somebody did; who did it may be one who does not choose
    /// statuses.
    RecordsRequest step(RecordsRequest request, RequestStatus to, String told, Actor by) {
        Moves.check(request, to.kind());
        return moved(request, to, told, by);
    }

    private RecordsRequest moved(RecordsRequest request, RequestStatus to, String told, Actor by) {
        effects.follow(request, to, by);
        statuses.move(request.id(), to, by);
        String from = request.status().kind().name();
        chronicle.log(
                request, "request-moved", Map.of("from", from, "to", to.kind().name()), by);
        chronicle.tell(request, by, "status", told, "is now " + to.kind().words());
        RecordsRequest now = requests.known(request.id());
        preservations.follow(request, now, by);
        return now;
    }

    /// Writes down anew what an open request looks for; what it preserves follows at once.
    RecordsRequest changeSubject(RequestId id, RequestSubject subject, Actor by) {
        return table.done(() -> {
            RecordsRequest request = requests.require(id, by);
            if (!request.status().isOpen()) throw new SubjectStands();
            subjects.set(id, subject, by, now());
            RecordsRequest changed = requests.known(id);
            preservations.follow(request, changed, by);
            chronicle.tell(
                    request, by, "subject", "What is looked for: " + subject.told(), "what is looked for was changed");
            return changed;
        });
    }

    private Instant now() {
        return clock.instant();
    }

    static String required(String what, String given) {
        return Written.required(what, given, WORDS_LENGTH_MAX);
    }
}
