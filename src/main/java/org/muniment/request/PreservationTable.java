package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what requests preserve: derived from the archive's log, where each stands first. A
/// changed scope is a new row beside those before it, which stand until counsel or the law lets go.
final class PreservationTable {
    private static final String SELECT =
            "SELECT id, request, scope, is_unclear, placed_at, event, ended_at, end_why FROM request_preservation ";

    private final JdbcClient sql;

    PreservationTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// @param scope a search; absent: everything
    /// @param isUnclear whether everything, because nobody could say what is asked for
    record Row(
            long id,
            RequestId request,
            Optional<String> scope,
            boolean isUnclear,
            Instant placedAt,
            AccessionNumber event,
            Optional<Instant> endedAt,
            Optional<String> endWhy) {}

    /// Every request that preserves anything, first placed first, with its standing rows.
    Map<RequestId, List<Row>> standing() {
        return sql.sql(SELECT + "WHERE ended_at IS NULL ORDER BY id").query(PreservationTable::row).stream()
                .collect(Collectors.groupingBy(Row::request, LinkedHashMap::new, Collectors.toList()));
    }

    /// What a request preserves together; last, what it is understood to ask for now.
    List<Row> standing(RequestId request) {
        return sql.sql(SELECT + "WHERE request = :request AND ended_at IS NULL ORDER BY id")
                .param("request", request.number())
                .query(PreservationTable::row)
                .list();
    }

    List<Row> of(RequestId request) {
        return sql.sql(SELECT + "WHERE request = :request ORDER BY id DESC")
                .param("request", request.number())
                .query(PreservationTable::row)
                .list();
    }

    /// Until the transaction ends nobody else changes what this request preserves, or where it stands.
    void hold(RequestId request) {
        sql.sql("SELECT id FROM records_request WHERE id = :request FOR UPDATE")
                .param("request", request.number())
                .query(Long.class)
                .optional();
    }

    void place(RequestId request, Optional<String> scope, boolean isUnclear, AccessionNumber event, Instant at) {
        sql.sql("""
                        INSERT INTO request_preservation (request, scope, is_unclear, placed_at, event)
                        VALUES (:request, :scope, :unclear, :at, :event)""")
                .param("request", request.number())
                .param("unclear", isUnclear)
                .param("scope", scope.orElse(null))
                .param("at", Columns.utc(at))
                .param("event", event.index())
                .update();
    }

    void end(long id, AccessionNumber event, String why, Instant at) {
        sql.sql("""
                        UPDATE request_preservation SET ended_at = :at, end_event = :event, end_why = :why
                        WHERE id = :id AND ended_at IS NULL""")
                .param("id", id)
                .param("at", Columns.utc(at))
                .param("event", event.index())
                .param("why", why)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                new RequestId(row.getLong("request")),
                Optional.ofNullable(row.getString("scope")),
                row.getBoolean("is_unclear"),
                Columns.instant(row, "placed_at"),
                new AccessionNumber(row.getLong("event")),
                Columns.instantIfAny(row, "ended_at"),
                Optional.ofNullable(row.getString("end_why")));
    }
}
