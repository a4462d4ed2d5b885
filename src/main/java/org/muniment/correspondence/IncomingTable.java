package org.muniment.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what came in, their words sealed.
final class IncomingTable {
    private static final String PLACE = "letter_incoming.sealed_words ";

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private IncomingTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static IncomingTable in(WorkflowDatabase database) {
        database.migrate(IncomingTable.class);
        return new IncomingTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    /// The letter's own id and time of logging count; returns nothing else.
    void add(long request, IncomingLetter letter, Actor by) {
        byte[] words = letter.words().getBytes(StandardCharsets.UTF_8);
        sql.sql("""
                INSERT INTO letter_incoming
                (request, way, received_on, sender, about, sealed_words, logged_by, logged_by_name, logged_at)
                VALUES (:request, :way, :on, :sender, :about, :words, :by, :name, :at)""")
                .param("request", request)
                .param("way", letter.way().name())
                .param("on", letter.receivedOn())
                .param("sender", letter.from())
                .param("about", letter.about())
                .param("words", database.seal().seal(words, PLACE + request))
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", letter.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Newest first.
    List<IncomingLetter> ofRequest(long request) {
        return sql.sql("SELECT * FROM letter_incoming WHERE request = :request ORDER BY received_on DESC, id DESC")
                .param("request", request)
                .query((row, _) -> new IncomingLetter(
                        row.getLong("id"),
                        Dispatch.Way.valueOf(row.getString("way")),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("sender"),
                        row.getString("about"),
                        new String(
                                database.seal().open(row.getBytes("sealed_words"), PLACE + request),
                                StandardCharsets.UTF_8),
                        row.getString("logged_by_name"),
                        row.getObject("logged_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
