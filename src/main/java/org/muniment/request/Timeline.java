package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the one list of everything that happened to a request: who, when, what. People who work on
/// the request read it, so it may say what the audit trail may not.
@Component
public final class Timeline {
    private static final int SENTENCE_LENGTH_MAX = 4_000;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    Timeline(WorkflowDatabase database, InstantSource clock) {
        database.migrate(RequestTable.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    record TimelineLine(long id, Instant at, String name, String kind, String sentence) {}

    /// Adds a line, on disk on return. Call it inside the work it tells of.
    ///
    /// @param kind one word by which the list is filtered: `status`, `people`, `search`, `review`,
    /// `letter`, `fee`, `clock`, `release`, `note`, `task`, `approval`, `preservation`
    /// @param sentence such as "Closed: granted in part."; at most 4,000 characters are kept
    public void add(RequestId request, Actor by, String kind, String sentence) {
        String kept = sentence.length() <= SENTENCE_LENGTH_MAX
                ? sentence
                : sentence.substring(0, SENTENCE_LENGTH_MAX - 1) + "…";
        database.done(() -> sql.sql("""
                        INSERT INTO request_timeline (request, at, person, name, kind, sentence)
                        VALUES (:request, :at, :person, :name, :kind, :sentence)""")
                .param("request", request.number())
                .param("at", Columns.utc(clock.instant()))
                .param("person", by.person().number())
                .param("name", by.name())
                .param("kind", kind)
                .param("sentence", kept)
                .update());
    }

    /// All of it, newest first.
    List<TimelineLine> of(RequestId request) {
        return sql.sql("""
                        SELECT id, at, name, kind, sentence FROM request_timeline
                        WHERE request = :request ORDER BY id DESC""")
                .param("request", request.number())
                .query((row, _) -> new TimelineLine(
                        row.getLong("id"),
                        Columns.instant(row, "at"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("sentence")))
                .list();
    }
}
