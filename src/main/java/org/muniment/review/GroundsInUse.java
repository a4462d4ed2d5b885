package org.muniment.review;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.law.ProvisionId;
import org.muniment.law.RowsInUse;
import org.muniment.request.RecordsRequests;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Tells the page of the law which grounds the marks and decisions of open requests rest on, so that
/// counsel verifies those first.
@Component
final class GroundsInUse implements RowsInUse {
    private static final Pattern GROUND = Pattern.compile("us(?:-[a-z]{2})?/exemption/[a-z0-9]+(?:-[a-z0-9]+)*");

    private final WorkflowDatabase database;
    private final RecordsRequests requests;

    GroundsInUse(WorkflowDatabase database, RecordsRequests requests) {
        this.database = database;
        this.requests = requests;
        ReviewTable.in(database);
    }

    @Override
    public Set<ProvisionId> inUse() {
        List<Long> open =
                requests.open().stream().map(request -> request.id().number()).toList();
        if (open.isEmpty()) return Set.of();
        return database
                .sql()
                .sql("""
                SELECT state FROM review_item
                WHERE request IN (:open) AND (marks > 0 OR decision = 'WITHHOLD')""")
                .param("open", open)
                .query((row, _) ->
                        GROUND.matcher(row.getString("state")).results().toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .map(MatchResult::group)
                .distinct()
                .map(ProvisionId::new)
                .collect(Collectors.toSet());
    }
}
