package org.muniment.review;

import java.util.Optional;
import org.muniment.access.Reader;
import org.muniment.request.RecordsRequest;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Where items are given to the reviewers of a request, a stretch of numbers at a time.
@Component
final class AssignmentDesk {
    private final ReviewTable table;
    private final ReviewPen pen;

    AssignmentDesk(WorkflowDatabase database, ReviewPen pen) {
        this.table = ReviewTable.in(database);
        this.pen = pen;
    }

    /// Returns how many items there are between the numbers.
    int assign(RecordsRequest request, int from, int to, Optional<Long> person, Reader reader) {
        if (from < 1 || to < from) throw new ReviewIsMalformed("Say from which number to which, such as 1 to 200.");
        Optional<ItemRow.Assignee> assignee = person.map(number -> reviewer(request, number));
        ReviewPen.Press press = pen.press(request, reader);
        return table.done(() -> {
            int items = table.assign(request.id(), from, to, assignee);
            pen.assigned(
                    press,
                    "Items %d to %d %s."
                            .formatted(
                                    from,
                                    to,
                                    assignee.map(one -> "assigned to " + one.name())
                                            .orElse("taken back from their reviewers")));
            return items;
        });
    }

    private static ItemRow.Assignee reviewer(RecordsRequest request, long number) {
        return request.reviewers().stream()
                .filter(one -> one.person().number() == number)
                .findFirst()
                .map(one -> new ItemRow.Assignee(number, one.name()))
                .orElseThrow(() -> new ReviewIsMalformed(
                        "This person is no reviewer of the request. Assign them to it on its overview first."));
    }
}
