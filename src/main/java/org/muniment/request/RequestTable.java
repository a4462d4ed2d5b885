package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.law.JurisdictionId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of requests, read whole; parts of a request are written by the tables of the parts.
final class RequestTable {
    private static final String SELECT = """
            SELECT request.*, subject.is_clear, subject.who, subject.first_day, subject.last_day,
                   subject.words AS subject_words, status.kind, status.since, status.words AS status_words,
                   status.parts, status.determination, status.appeal
            FROM records_request request
            JOIN request_subject subject
                ON subject.id = (SELECT MAX(id) FROM request_subject WHERE request = request.id)
            JOIN request_status status
                ON status.id = (SELECT MAX(id) FROM request_status WHERE request = request.id)
            """;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final RequestPersonTable people;

    private RequestTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
        this.people = new RequestPersonTable(database);
    }

    static RequestTable in(WorkflowDatabase database) {
        database.migrate(RequestTable.class);
        return new RequestTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    /// All of them, newest first.
    List<RecordsRequest> all() {
        Map<RequestId, List<RequestPersonTable.Row>> working =
                people.now().stream().collect(Collectors.groupingBy(RequestPersonTable.Row::request));
        return sql.sql(SELECT + "ORDER BY request.id DESC")
                .query((row, _) -> request(row, working.getOrDefault(id(row), List.of())))
                .list();
    }

    Optional<RecordsRequest> find(RequestId request) {
        return sql.sql(SELECT + "WHERE request.id = :id")
                .param("id", request.number())
                .query((row, _) -> request(row, people.now(id(row))))
                .optional();
    }

    /// Keeps a new request without its subject, status and people, and gives its number.
    RequestId add(Intake intake, Entry entry) {
        Requester requester = intake.requester();
        long id = sql.sql("""
                        SELECT id FROM FINAL TABLE (INSERT INTO records_request (label_year, label_number, jurisdiction,
                            office, received_at, law_on, received_by, entered_at, entered_by, entered_by_name, words,
                            requester_anonymous, requester_name, requester_organisation, requester_address,
                            requester_email, requester_phone, appeal_of)
                        VALUES (:year, (SELECT COALESCE(MAX(label_number), 0) + 1 FROM records_request
                                        WHERE label_year = :year),
                            :jurisdiction, :office, :receivedAt, :lawOn, :receivedBy, :enteredAt, :by, :byName, :words,
                            :anonymous, :name, :organisation, :address, :email, :phone, :appealOf))""")
                .param("year", entry.lawOn().getYear())
                .param("jurisdiction", entry.jurisdiction().value())
                .param("office", intake.office().orElse(null))
                .param("receivedAt", Columns.utc(intake.receivedAt()))
                .param("lawOn", entry.lawOn())
                .param("receivedBy", intake.receivedBy().name())
                .param("enteredAt", Columns.utc(entry.at()))
                .param("by", entry.by().person().number())
                .param("byName", entry.by().name())
                .param("words", intake.words())
                .param("anonymous", requester.isAnonymous())
                .param("name", requester.name())
                .param("organisation", requester.organisation())
                .param("address", requester.address())
                .param("email", requester.email())
                .param("phone", requester.phone())
                .param("appealOf", intake.appealOf().map(RequestId::number).orElse(null))
                .query(Long.class)
                .single();
        return new RequestId(id);
    }

    void countRelease(RequestId request) {
        sql.sql("UPDATE records_request SET releases = releases + 1 WHERE id = :id")
                .param("id", request.number())
                .update();
    }

    private static RequestId id(ResultSet row) throws SQLException {
        return new RequestId(row.getLong("id"));
    }

    private static RecordsRequest request(ResultSet row, List<RequestPersonTable.Row> working) throws SQLException {
        return new RecordsRequest(
                id(row),
                "R-%d-%04d".formatted(row.getInt("label_year"), row.getInt("label_number")),
                new JurisdictionId(row.getString("jurisdiction")),
                Optional.ofNullable(row.getString("office")),
                Columns.instant(row, "received_at"),
                Columns.dayIfAny(row, "law_on").orElseThrow(),
                ReceivedBy.valueOf(row.getString("received_by")),
                Columns.instant(row, "entered_at"),
                row.getString("words"),
                subject(row),
                requester(row),
                StatusTable.status(row),
                row.getInt("releases"),
                RequestPersonTable.in(working, RequestPersonTable.Part.OFFICER).stream()
                        .findFirst(),
                RequestPersonTable.in(working, RequestPersonTable.Part.REVIEWER),
                Columns.numberIfAny(row, "appeal_of").map(RequestId::new));
    }

    private static RequestSubject subject(ResultSet row) throws SQLException {
        return new RequestSubject(
                row.getBoolean("is_clear"),
                row.getString("who").lines().toList(),
                Columns.dayIfAny(row, "first_day"),
                Columns.dayIfAny(row, "last_day"),
                row.getString("subject_words"));
    }

    private static Requester requester(ResultSet row) throws SQLException {
        return new Requester(
                row.getBoolean("requester_anonymous"),
                row.getString("requester_name"),
                row.getString("requester_organisation"),
                row.getString("requester_address"),
                row.getString("requester_email"),
                row.getString("requester_phone"));
    }
}
