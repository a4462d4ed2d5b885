package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of where a request stood, one for each moment it moved.
final class StatusTable {
    private final JdbcClient sql;

    StatusTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// What belongs to a status, as columns.
    private record Cells(String words, int parts, Optional<Determination> determination, Optional<RequestId> appeal) {
        static Cells of(String words) {
            return new Cells(words, 0, Optional.empty(), Optional.empty());
        }
    }

    void move(RequestId request, RequestStatus to, Actor by) {
        Cells cells = cells(to);
        sql.sql("""
                        INSERT INTO request_status
                            (request, kind, since, words, parts, determination, appeal, set_by, set_by_name)
                        VALUES (:request, :kind, :since, :words, :parts, :determination, :appeal, :by, :byName)""")
                .param("request", request.number())
                .param("kind", to.kind().name())
                .param("since", Columns.utc(to.since()))
                .param("words", cells.words())
                .param("parts", cells.parts())
                .param("determination", cells.determination().map(Enum::name).orElse(null))
                .param("appeal", cells.appeal().map(RequestId::number).orElse(null))
                .param("by", by.person().number())
                .param("byName", by.name())
                .update();
    }

    private static Cells cells(RequestStatus status) {
        return switch (status) {
            case RequestStatus.Received _,
                    RequestStatus.Searching _,
                    RequestStatus.InReview _,
                    RequestStatus.AwaitingApproval _ -> Cells.of("");
            case RequestStatus.Clarification asked -> Cells.of(asked.question());
            case RequestStatus.FeePending fee -> Cells.of(fee.why());
            case RequestStatus.WithCounsel asked -> Cells.of(asked.question());
            case RequestStatus.Reopened reopened -> Cells.of(reopened.reason());
            case RequestStatus.Misfiled misfiled -> Cells.of(misfiled.reason());
            case RequestStatus.ReleasedInParts released ->
                new Cells("", released.parts(), Optional.empty(), Optional.empty());
            case RequestStatus.Closed closed ->
                new Cells(closed.explanation(), 0, Optional.of(closed.determination()), Optional.empty());
            case RequestStatus.Appealed appealed ->
                new Cells("", 0, Optional.of(appealed.determination()), Optional.of(appealed.appeal()));
        };
    }

    /// Reads the status in a row that has its columns, the words as `status_words`.
    static RequestStatus status(ResultSet row) throws SQLException {
        Instant since = Columns.instant(row, "since");
        String words = row.getString("status_words");
        return switch (RequestStatus.Kind.valueOf(row.getString("kind"))) {
            case RECEIVED -> new RequestStatus.Received(since);
            case CLARIFICATION -> new RequestStatus.Clarification(since, words);
            case FEE_PENDING -> new RequestStatus.FeePending(since, words);
            case SEARCHING -> new RequestStatus.Searching(since);
            case REVIEW -> new RequestStatus.InReview(since);
            case COUNSEL -> new RequestStatus.WithCounsel(since, words);
            case APPROVAL -> new RequestStatus.AwaitingApproval(since);
            case RELEASED_IN_PARTS -> new RequestStatus.ReleasedInParts(since, row.getInt("parts"));
            case CLOSED -> new RequestStatus.Closed(since, determination(row), words);
            case REOPENED -> new RequestStatus.Reopened(since, words);
            case APPEALED ->
                new RequestStatus.Appealed(since, determination(row), new RequestId(row.getLong("appeal")));
            case MISFILED -> new RequestStatus.Misfiled(since, words);
        };
    }

    private static Determination determination(ResultSet row) throws SQLException {
        return Determination.valueOf(row.getString("determination"));
    }
}
