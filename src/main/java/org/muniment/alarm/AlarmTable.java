package org.muniment.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows behind the alarm list, in H2. WRITE_DELAY=0 keeps a commit through a halt of the process; what a person was
/// told is done is also synced.
final class AlarmTable implements AutoCloseable {
    static final String FILE = "muniment.mv.db";

    private final JdbcConnectionPool pool;
    private final JdbcClient sql;

    private AlarmTable(JdbcConnectionPool pool) {
        this.pool = pool;
        this.sql = JdbcClient.create(pool);
    }

    static AlarmTable open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("muniment") + ";WRITE_DELAY=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        Flyway.configure(AlarmTable.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:org/muniment/alarm")
                .load()
                .migrate();
        return new AlarmTable(pool);
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
                WHERE settled_at IS NULL AND acknowledged_at IS NULL ORDER BY id""")
                .query((row, number) -> new Alarm(
                        row.getLong("id"),
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getString("sentence"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_raised_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times")))
                .list();
    }

    boolean acknowledge(long id, String by, Instant at) {
        int rows = sql.sql("""
                UPDATE alarm SET acknowledged_at = :at, acknowledged_by = :by
                WHERE id = :id AND settled_at IS NULL AND acknowledged_at IS NULL""")
                .param("at", atUtc(at))
                .param("by", by)
                .param("id", id)
                .update();
        sql.sql("CHECKPOINT SYNC").update();
        return rows == 1;
    }

    @Override
    public void close() {
        sql.sql("SHUTDOWN").update();
        pool.dispose();
    }

    private static OffsetDateTime atUtc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
