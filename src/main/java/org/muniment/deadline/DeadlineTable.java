package org.muniment.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what moved the clocks of requests.
final class DeadlineTable {
    private final WorkflowDatabase database;

    private DeadlineTable(WorkflowDatabase database) {
        this.database = database;
    }

    static DeadlineTable in(WorkflowDatabase database) {
        database.migrate(DeadlineTable.class);
        return new DeadlineTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    List<ClockEntry> events(long request) {
        return sql().sql("""
                SELECT id, kind, on_day, detail, note, added_by_name, added_at, request FROM clock_event
                WHERE request = :request AND taken_back_at IS NULL ORDER BY on_day, id""")
                .param("request", request)
                .query((row, _) -> entry(row))
                .list();
    }

    /// Of all requests at once, for a list of many.
    Map<Long, List<ClockEntry>> events() {
        Map<Long, List<ClockEntry>> all = new HashMap<>();
        sql().sql("""
                SELECT id, kind, on_day, detail, note, added_by_name, added_at, request FROM clock_event
                WHERE taken_back_at IS NULL ORDER BY on_day, id""").query((row) -> {
            all.computeIfAbsent(row.getLong("request"), _ -> new java.util.ArrayList<>())
                    .add(entry(row));
        });
        return all;
    }

    private static ClockEntry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new ClockEntry(
                row.getLong("id"),
                event(row.getString("kind"), row.getObject("on_day", LocalDate.class), row.getString("detail")),
                row.getString("note"),
                row.getString("added_by_name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static ClockEvent event(String kind, LocalDate on, @Nullable String detail) {
        Optional<String> said = Optional.ofNullable(detail);
        return switch (kind) {
            case "extend" -> new ClockEvent.Extended(on, said.map(Integer::valueOf));
            case "toll" -> new ClockEvent.Tolled(on, said);
            case "resume" -> new ClockEvent.Resumed(on);
            case "close" -> new ClockEvent.Closed(on, said.orElse(""));
            case "notice" -> new ClockEvent.ThirdPartyNotified(on);
            case "answer" -> new ClockEvent.Answered(on);
            default -> throw new IllegalStateException("an event of a clock of no known kind: " + kind);
        };
    }

    static Optional<String> detail(ClockEvent event) {
        return switch (event) {
            case ClockEvent.Extended extended -> extended.days().map(String::valueOf);
            case ClockEvent.Tolled tolled -> tolled.reason();
            case ClockEvent.Closed closed -> Optional.of(closed.reason());
            case ClockEvent.Resumed _, ClockEvent.ThirdPartyNotified _, ClockEvent.Answered _ -> Optional.empty();
        };
    }

    int add(long request, ClockEvent event, String note, Actor by, Instant at) {
        return sql().sql("""
                INSERT INTO clock_event (request, kind, on_day, detail, note, added_by, added_by_name, added_at)
                VALUES (:request, :kind, :on, :detail, :note, :by, :name, :at)""")
                .param("request", request)
                .param("kind", event.word())
                .param("on", event.on())
                .param("detail", detail(event).orElse(null))
                .param("note", note)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int takeBack(long id, String reason, Actor by, Instant at) {
        return sql().sql("""
                UPDATE clock_event SET taken_back_by_name = :name, taken_back_at = :at, taken_back_reason = :reason
                WHERE id = :id AND taken_back_at IS NULL""")
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private JdbcClient sql() {
        return database.sql();
    }
}
