package org.muniment.tally;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.muniment.workflow.WorkflowDatabase;

/// The rows behind the tally. Derived: the log says it all again.
final class TallyTable {
    private final WorkflowDatabase database;

    private TallyTable(WorkflowDatabase database) {
        this.database = database;
    }

    static TallyTable in(WorkflowDatabase database) {
        database.migrate(TallyTable.class);
        return new TallyTable(database);
    }

    long position() {
        return database.sql()
                .sql("SELECT next_entry FROM tally_position")
                .query(Long.class)
                .single();
    }

    void forget() {
        database.done(() -> database.sql().sql("DELETE FROM tally").update()
                + database.sql().sql("UPDATE tally_position SET next_entry = 0").update());
    }

    /// Adds all of it and moves the position on, or does neither.
    void add(Map<Tally.SourceHour, Tally.Sums> found, long position) {
        database.done(() -> {
            found.forEach(this::add);
            return database.sql()
                    .sql("UPDATE tally_position SET next_entry = :position")
                    .param("position", position)
                    .update();
        });
    }

    private void add(Tally.SourceHour hour, Tally.Sums sums) {
        database.sql()
                .sql("""
                MERGE INTO tally t USING (VALUES (CAST(:source AS VARCHAR(64)), CAST(:begin AS TIMESTAMP(6) WITH TIME ZONE)))
                    AS n (source, begin_at) ON t.source = n.source AND t.begin_at = n.begin_at
                WHEN MATCHED THEN UPDATE SET captures = t.captures + :captures, repeated = t.repeated + :repeated,
                    bytes = t.bytes + :bytes, last_at = GREATEST(t.last_at, :last)
                WHEN NOT MATCHED THEN INSERT (source, begin_at, captures, repeated, bytes, last_at)
                    VALUES (:source, :begin, :captures, :repeated, :bytes, :last)""")
                .param("source", hour.source())
                .param("begin", atUtc(hour.begin()))
                .param("captures", sums.captures())
                .param("repeated", sums.repeated())
                .param("bytes", sums.bytes())
                .param("last", atUtc(sums.lastAt()))
                .update();
    }

    long captures() {
        return database.sql()
                .sql("SELECT COALESCE(SUM(captures), 0) FROM tally")
                .query(Long.class)
                .single();
    }

    List<Tally.Hour> hoursSince(Instant from) {
        return database.sql()
                .sql("""
                SELECT begin_at, SUM(captures) AS captures, SUM(bytes) AS bytes FROM tally
                WHERE begin_at >= :from GROUP BY begin_at ORDER BY begin_at""")
                .param("from", atUtc(from))
                .query((row, number) -> new Tally.Hour(
                        row.getObject("begin_at", OffsetDateTime.class).toInstant(),
                        row.getLong("captures"),
                        row.getLong("bytes")))
                .list();
    }

    List<Tally.Source> sources() {
        return database.sql()
                .sql("""
                SELECT source, SUM(captures) AS captures, SUM(repeated) AS repeated, MAX(last_at) AS last_at FROM tally
                GROUP BY source ORDER BY source""")
                .query((row, number) -> new Tally.Source(
                        row.getString("source"),
                        row.getLong("captures"),
                        row.getLong("repeated"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime atUtc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
