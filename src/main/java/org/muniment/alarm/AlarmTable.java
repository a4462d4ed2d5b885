package org.muniment.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows behind the alarm list.
final class AlarmTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private AlarmTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static AlarmTable in(WorkflowDatabase database) {
        database.migrate(AlarmTable.class);
        return new AlarmTable(database);
    }

    void raise(AlarmKind kind, String sentence, Instant at) {
        int again = sql.sql("""
                UPDATE alarm SET times = times + 1, last_raised_at = :at
                WHERE kind = :kind AND sentence = :sentence AND settled_at IS NULL AND acknowledged_at IS NULL""")
                .param("at", atUtc(at))
                .param("kind", kind.name())
                .param("sentence", sentence)
                .update();
        if (again > 0) return;
        sql.sql("""
                INSERT INTO alarm (kind, sentence, raised_at, last_raised_at, times)
                VALUES (:kind, :sentence, :at, :at, 1)""")
                .param("kind", kind.name())
                .param("sentence", sentence)
                .param("at", atUtc(at))
                .update();
    }

    void settle(AlarmKind kind, Instant at) {
        sql.sql("UPDATE alarm SET settled_at = :at WHERE kind = :kind AND settled_at IS NULL")
                .param("at", atUtc(at))
                .param("kind", kind.name())
                .update();
    }

    List<Alarm> standing() {
        return sql.sql("""
                SELECT id, kind, sentence, raised_at, last_raised_at, times FROM alarm
                WHERE settled_at IS NULL AND acknowledged_at IS NULL ORDER BY id""").query(AlarmTable::alarm).list();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getLong("id"),
                AlarmKind.valueOf(row.getString("kind")),
                row.getString("sentence"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_raised_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"));
    }

    /// Those that stood at some time between two instants, oldest first.
    List<PastAlarm> stoodBetween(Instant from, Instant to, int limit) {
        return sql.sql("""
                SELECT kind, sentence, raised_at, times, least(settled_at, acknowledged_at) ended_at FROM alarm
                WHERE raised_at <= :to AND coalesce(least(settled_at, acknowledged_at), :to) >= :from
                ORDER BY id LIMIT :limit""")
                .param("from", atUtc(from))
                .param("to", atUtc(to))
                .param("limit", limit)
                .query((row, _) -> new PastAlarm(
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getString("sentence"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt("times")))
                .list();
    }

    /// Those that stand and that nobody was told of since an instant.
    List<Alarm> unmailedSince(Instant instant) {
        return sql.sql("""
                SELECT id, kind, sentence, raised_at, last_raised_at, times FROM alarm
                WHERE settled_at IS NULL AND acknowledged_at IS NULL AND (mailed_at IS NULL OR mailed_at <= :since)
                ORDER BY id""")
                .param("since", atUtc(instant))
                .query(AlarmTable::alarm)
                .list();
    }

    int mailed(List<Alarm> told, Instant at) {
        return sql.sql("UPDATE alarm SET mailed_at = :at WHERE id IN (:ids)")
                .param("at", atUtc(at))
                .param("ids", told.stream().map(Alarm::id).toList())
                .update();
    }

    boolean acknowledge(long id, String by, Instant at) {
        int rows = database.done(() -> sql.sql("""
                UPDATE alarm SET acknowledged_at = :at, acknowledged_by = :by
                WHERE id = :id AND settled_at IS NULL AND acknowledged_at IS NULL""")
                .param("at", atUtc(at))
                .param("by", by)
                .param("id", id)
                .update());
        return rows == 1;
    }

    private static OffsetDateTime atUtc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
