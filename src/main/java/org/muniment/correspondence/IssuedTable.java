package org.muniment.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.production.PrintedPaper;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of issued letters, with their pages and words sealed, and of how they went out.
final class IssuedTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private IssuedTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static IssuedTable in(WorkflowDatabase database) {
        database.migrate(IssuedTable.class);
        return new IssuedTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    int nextNumber(long request) {
        return sql.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM letter_issued WHERE request = :request")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    /// What of a letter is written down when it is issued.
    record Row(long request, int number, LetterText text, Optional<Integer> corrects, String lawRows) {}

    void add(Row row, PrintedPaper printed, Actor by, Instant at) {
        String place = place(row.request(), row.number());
        byte[] words = row.text().plain().getBytes(StandardCharsets.UTF_8);
        sql.sql("""
                INSERT INTO letter_issued (request, number, kind, title, corrects, law_rows, issued_by, issued_by_name,
                issued_at, pages, sha256, sealed_pdf, sealed_text)
                VALUES (:request, :number, :kind, :title, :corrects, :rows, :by, :name, :at, :pages, :sha256, :pdf, :text)
                """)
                .param("request", row.request())
                .param("number", row.number())
                .param("kind", row.text().kind().name())
                .param("title", row.text().title())
                .param("corrects", row.corrects().orElse(null))
                .param("rows", row.lawRows())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("pages", printed.pages())
                .param("sha256", printed.sha256())
                .param("pdf", database.seal().seal(printed.pdf(), place + "pdf"))
                .param("text", database.seal().seal(words, place + "text"))
                .update();
    }

    /// Newest first.
    List<IssuedLetter> ofRequest(long request) {
        return sql.sql("""
                SELECT number, kind, title, corrects, issued_by_name, issued_at, pages, sha256 FROM letter_issued
                WHERE request = :request ORDER BY number DESC""")
                .param("request", request)
                .query((row, _) -> new IssuedLetter(
                        row.getInt("number"),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        Optional.ofNullable(row.getObject("corrects", Integer.class)),
                        row.getString("issued_by_name"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getInt("pages"),
                        row.getString("sha256"),
                        dispatches(request, row.getInt("number"))))
                .list();
    }

    Optional<byte[]> pdf(long request, int number) {
        return opened(request, number, "pdf");
    }

    Optional<String> words(long request, int number) {
        return opened(request, number, "text").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> opened(long request, int number, String what) {
        return sql.sql(
                        "SELECT sealed_pdf, sealed_text FROM letter_issued WHERE request = :request AND number = :number")
                .param("request", request)
                .param("number", number)
                .query((row, _) -> row.getBytes("sealed_" + what))
                .optional()
                .map(kept -> database.seal().open(kept, place(request, number) + what));
    }

    private static String place(long request, int number) {
        return "letter_issued " + request + " " + number + " ";
    }

    private List<Dispatch> dispatches(long request, int number) {
        return sql.sql("""
                SELECT way, sent_on, note, state, sent_by_name, sent_at FROM letter_dispatch
                WHERE request = :request AND number = :number ORDER BY id""")
                .param("request", request)
                .param("number", number)
                .query((row, _) -> new Dispatch(
                        Dispatch.Way.valueOf(row.getString("way")),
                        row.getObject("sent_on", LocalDate.class),
                        row.getString("note"),
                        Dispatch.State.valueOf(row.getString("state")),
                        row.getString("sent_by_name"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    long dispatch(long request, int number, Dispatch dispatch, Actor by) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO letter_dispatch
                (request, number, way, sent_on, note, state, sent_by, sent_by_name, sent_at)
                VALUES (:request, :number, :way, :on, :note, :state, :by, :name, :at))""")
                .param("request", request)
                .param("number", number)
                .param("way", dispatch.way().name())
                .param("on", dispatch.on())
                .param("note", dispatch.note())
                .param("state", dispatch.state().name())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", dispatch.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void dispatched(long dispatch, Dispatch.State state, String note) {
        sql.sql("UPDATE letter_dispatch SET state = :state, note = :note WHERE id = :id")
                .param("state", state.name())
                .param("note", note)
                .param("id", dispatch)
                .update();
    }
}
