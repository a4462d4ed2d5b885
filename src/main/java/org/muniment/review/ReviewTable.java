package org.muniment.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.archive.AccessionNumber;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of items.
final class ReviewTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ROWS = """
            SELECT item.*, file.name AS file_name, file.size_bytes, file.sha256
            FROM review_item item LEFT JOIN review_file file ON file.id = item.file
            """;

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private ReviewTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static ReviewTable in(WorkflowDatabase database) {
        database.migrate(ReviewTable.class);
        return new ReviewTable(database);
    }

    static String json(ItemState state) {
        return JSON.writeValueAsString(state);
    }

    static ItemState state(String json) {
        return JSON.readValue(json, ItemState.class);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    int lastNumber(RequestId request) {
        return sql.sql("SELECT COALESCE(MAX(number), 0) FROM review_item WHERE request = :request")
                .param("request", request.number())
                .query(Integer.class)
                .single();
    }

    Set<Long> accessions(RequestId request) {
        return sql.sql("SELECT accession FROM review_item WHERE request = :request AND accession IS NOT NULL")
                .param("request", request.number())
                .query((row, _) -> row.getLong("accession"))
                .set();
    }

    void add(RequestId request, int number, ReviewMatter matter, ItemRow.ItemLine line, boolean keptBack) {
        sql.sql("""
                INSERT INTO review_item (request, number, accession, file, sent_at, sender, subject, attachments, identical,
                    kept_back, version, state, decision, marks, drafts)
                VALUES (:request, :number, :accession, :file, :sent, :sender, :subject, :attachments, :identical,
                    :kept, 0, :state, 'UNDECIDED', 0, 0)""")
                .param("request", request.number())
                .param("number", number)
                .param(
                        "accession",
                        matter instanceof ReviewMatter.Mail mail
                                ? mail.accession().index()
                                : null)
                .param("file", matter instanceof ReviewMatter.OtherFile file ? file.file() : null)
                .param(
                        "sent",
                        line.sentAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("sender", line.sender())
                .param("subject", line.subject())
                .param("attachments", line.attachments())
                .param("identical", line.identical())
                .param("kept", keptBack)
                .param("state", json(ItemState.FRESH))
                .update();
    }

    List<ItemRow> items(RequestId request) {
        return sql.sql(ROWS + "WHERE item.request = :request ORDER BY item.number")
                .param("request", request.number())
                .query(ReviewTable::row)
                .list();
    }

    Optional<ItemRow> item(RequestId request, int number) {
        return sql.sql(ROWS + "WHERE item.request = :request AND item.number = :number")
                .param("request", request.number())
                .param("number", number)
                .query(ReviewTable::row)
                .optional();
    }

    List<ItemRow> identical(RequestId request, String likeness) {
        return sql.sql(ROWS + "WHERE item.request = :request AND item.identical = :likeness ORDER BY item.number")
                .param("request", request.number())
                .param("likeness", likeness)
                .query(ReviewTable::row)
                .list();
    }

    /// The items of these messages, by their first captures.
    List<ItemRow> ofMessages(RequestId request, Set<Long> accessions) {
        if (accessions.isEmpty()) return List.of();
        return sql.sql(ROWS + "WHERE item.request = :request AND item.accession IN (:accessions) ORDER BY item.number")
                .param("request", request.number())
                .param("accessions", accessions)
                .query(ReviewTable::row)
                .list();
    }

    /// Items after a number that the filter lets through, at most `limit`.
    List<ItemRow> page(RequestId request, ItemFilter filter, int after, int limit) {
        return filter.bind(sql.sql(ROWS + "WHERE item.request = :request AND item.number > :after AND "
                        + filter.condition() + " ORDER BY item.number LIMIT :limit"))
                .param("request", request.number())
                .param("after", after)
                .param("limit", limit)
                .query(ReviewTable::row)
                .list();
    }

    int count(RequestId request, ItemFilter filter) {
        return filter.bind(sql.sql("SELECT COUNT(*) FROM review_item item WHERE item.request = :request AND "
                        + filter.condition()))
                .param("request", request.number())
                .query(Integer.class)
                .single();
    }

    /// Writes the new state if nobody acted meanwhile; says whether it did.
    boolean change(ItemRow item, ItemState state) {
        return sql.sql("""
                UPDATE review_item SET version = version + 1, state = :state, decision = :decision, marks = :marks,
                    drafts = :drafts, due_on = :due
                WHERE id = :id AND version = :version""")
                        .param("id", item.id())
                        .param("version", item.version())
                        .param("state", json(state))
                        .param("decision", state.verdict().kind().name())
                        .param("marks", state.marks().size())
                        .param("drafts", state.drafts())
                        .param("due", state.verdict().dueOn().orElse(null))
                        .update()
                == 1;
    }

    int assign(RequestId request, int from, int to, Optional<ItemRow.Assignee> assignee) {
        return sql.sql("""
                UPDATE review_item SET assignee = :person, assignee_name = :name
                WHERE request = :request AND number BETWEEN :from AND :to""")
                .param("person", assignee.map(ItemRow.Assignee::person).orElse(null))
                .param("name", assignee.map(ItemRow.Assignee::name).orElse(null))
                .param("request", request.number())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static ItemRow row(ResultSet row, int index) throws SQLException {
        long assignee = row.getLong("assignee");
        boolean isAssigned = !row.wasNull();
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new ItemRow(
                row.getLong("id"),
                new RequestId(row.getLong("request")),
                row.getInt("number"),
                matter(row),
                new ItemRow.ItemLine(
                        Optional.ofNullable(sent).map(OffsetDateTime::toInstant),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getInt("attachments"),
                        row.getString("identical")),
                row.getBoolean("kept_back"),
                row.getBoolean("counsel_decided"),
                isAssigned
                        ? Optional.of(new ItemRow.Assignee(assignee, row.getString("assignee_name")))
                        : Optional.empty(),
                row.getInt("version"),
                state(row.getString("state")));
    }

    private static ReviewMatter matter(ResultSet row) throws SQLException {
        long accession = row.getLong("accession");
        if (!row.wasNull()) return new ReviewMatter.Mail(new AccessionNumber(accession));
        return new ReviewMatter.OtherFile(
                row.getLong("file"), row.getString("file_name"), row.getLong("size_bytes"), row.getString("sha256"));
    }
}
