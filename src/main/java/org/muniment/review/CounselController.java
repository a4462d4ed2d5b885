package org.muniment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.review.ReviewViews.CounselLine;
import org.muniment.review.ReviewViews.CounselQueue;
import org.muniment.review.ReviewViews.ReviewLine;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Counsel's queue over HTTP: what was referred in any open request, and what counsel keeps back and
/// has not decided: somebody may have let it go before.
@RestController
@Allowed(Role.COUNSEL)
@RequestMapping(path = "/api/counsel", produces = MediaType.APPLICATION_JSON_VALUE)
class CounselController {
    private static final int LINES_MAX = 500;

    private final ReviewTable table;
    private final ReviewCounts counts;
    private final KeepingBack keeping;
    private final RecordsRequests requests;

    CounselController(WorkflowDatabase database, KeepingBack keeping, RecordsRequests requests) {
        this.table = ReviewTable.in(database);
        this.counts = new ReviewCounts(database);
        this.keeping = keeping;
        this.requests = requests;
    }

    /// First due first, then what is kept back; at most 500 lines of the total. What mail says is told only where
    /// it is read for its request.
    @GetMapping("/queue")
    CounselQueue queue(Actor actor) {
        List<RequestId> open = requests.open().stream().map(RecordsRequest::id).toList();
        for (RequestId request : open) keeping.follow(request);
        List<CounselLine> lines = new ArrayList<>();
        for (ReviewCounts.Waiting waiting : counts.waitingForCounsel(open, LINES_MAX)) {
            RecordsRequest request = requests.require(waiting.request(), actor);
            table.item(waiting.request(), waiting.number()).ifPresent(item -> lines.add(line(request, item)));
        }
        return new CounselQueue(lines, counts.waitingForCounsel(open));
    }

    private static CounselLine line(RecordsRequest request, ItemRow item) {
        Optional<ReviewDecision.Referred> referred =
                item.state().verdict().decision() instanceof ReviewDecision.Referred it
                        ? Optional.of(it)
                        : Optional.empty();
        return new CounselLine(
                request.id().number(),
                request.label(),
                request.words().lines().findFirst().orElse(""),
                referred.map(ReviewDecision.Referred::question),
                referred.map(ReviewDecision.Referred::referredBy),
                ReviewLine.of(item, false));
    }
}
