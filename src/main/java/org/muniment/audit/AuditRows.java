package org.muniment.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.access.Purpose;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The rows that follow the audit log: read here. Newest first.
final class AuditRows {
    private static final int SHOWN_MAX = 20;
    private static final String COLUMNS = """
            SELECT e.entry, e.at, e.act, e.person, e.name, e.roles, e.purpose_kind, e.purpose_reference, e.what,
              e.messages, e.whence FROM audit_entry e""";

    private final WorkflowDatabase database;

    AuditRows(WorkflowDatabase database) {
        this.database = database;
    }

    /// One person as the trail knows them.
    ///
    /// @param at when they last did something
    record KnownPerson(long person, String name, Instant at) {}

    /// How often somebody had to do with one message.
    record MessageReading(long person, String name, String act, long times, Instant firstAt, Instant lastAt) {}

    /// Returns at most `limit` entries before a number, each with at most 20 of its messages.
    List<AuditLine> before(long entry, AuditFilter filter, int limit) {
        return withMessages(bare(entry, filter, limit), SHOWN_MAX);
    }

    /// Returns the same with all their messages.
    List<AuditLine> wholeBefore(long entry, AuditFilter filter, int limit) {
        return withMessages(bare(entry, filter, limit), AuditEntry.MESSAGES_MAX);
    }

    private List<AuditLine> bare(long entry, AuditFilter filter, int limit) {
        Map<String, Object> given = new LinkedHashMap<>();
        String where = where(filter, given);
        return statement(COLUMNS + where + " AND e.entry < :before ORDER BY e.entry DESC LIMIT :limit", given)
                .param("before", entry)
                .param("limit", limit)
                .query(AuditRows::line)
                .list();
    }

    long count(AuditFilter filter) {
        Map<String, Object> given = new LinkedHashMap<>();
        String where = where(filter, given);
        return statement("SELECT count(*) FROM audit_entry e" + where, given)
                .query(Long.class)
                .single();
    }

    /// Returns everybody who ever did something, by name.
    List<KnownPerson> people() {
        return database.sql()
                .sql("SELECT person, name, at FROM audit_person ORDER BY name, person")
                .query((row, _) -> new KnownPerson(row.getLong("person"), row.getString("name"), at(row, "at")))
                .list();
    }

    Optional<String> nameOf(long person) {
        return database.sql()
                .sql("SELECT name FROM audit_person WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /// Returns who did what with one message, the latest first.
    List<MessageReading> readings(long accession) {
        return database.sql()
                .sql("""
                SELECT e.person, p.name, e.act, count(*) AS times, min(e.at) AS first_at, max(e.at) AS last_at
                FROM audit_message m JOIN audit_entry e ON e.entry = m.entry
                  JOIN audit_person p ON p.person = e.person
                WHERE m.accession = :accession
                GROUP BY e.person, p.name, e.act ORDER BY last_at DESC, e.person, e.act""")
                .param("accession", accession)
                .query((row, _) -> new MessageReading(
                        row.getLong("person"),
                        row.getString("name"),
                        row.getString("act"),
                        row.getLong("times"),
                        at(row, "first_at"),
                        at(row, "last_at")))
                .list();
    }

    /// Returns how many different messages somebody opened or took away.
    long messagesRead(long person) {
        return database.sql().sql("""
                SELECT count(DISTINCT m.accession) FROM audit_entry e JOIN audit_message m ON m.entry = e.entry
                WHERE e.person = :person AND e.act IN ('OPENED', 'DOWNLOADED', 'RELEASED', 'PROVED')""").param("person", person).query(Long.class).single();
    }

    private StatementSpec statement(String text, Map<String, Object> given) {
        return database.sql().sql(text).params(given);
    }

    private static String where(AuditFilter filter, Map<String, Object> given) {
        List<String> all = new ArrayList<>(List.of("TRUE"));
        filter.person().ifPresent(person -> all.add(condition("e.person = :person", "person", person, given)));
        if (!filter.acts().isEmpty())
            all.add(condition(
                    "e.act IN (:acts)",
                    "acts",
                    filter.acts().stream().map(Enum::name).sorted().toList(),
                    given));
        filter.message()
                .ifPresent(message -> all.add(condition(
                        "e.entry IN (SELECT m.entry FROM audit_message m WHERE m.accession = :message)",
                        "message",
                        message,
                        given)));
        filter.purpose()
                .ifPresent(reference -> all.add(condition(
                        "LOCATE(LOWER(:purpose), LOWER(e.purpose_reference)) = 1", "purpose", reference, given)));
        filter.from().ifPresent(at -> all.add(condition("e.at >= :from", "from", AuditTable.utc(at), given)));
        filter.to().ifPresent(at -> all.add(condition("e.at < :to", "to", AuditTable.utc(at), given)));
        return " WHERE " + String.join(" AND ", all);
    }

    private static String condition(String text, String name, Object value, Map<String, Object> given) {
        given.put(name, value);
        return text;
    }

    private List<AuditLine> withMessages(List<AuditLine> lines, int atMost) {
        List<Long> entries = lines.stream()
                .filter(line -> line.messages() > 0)
                .map(AuditLine::entry)
                .toList();
        if (entries.isEmpty()) return lines;
        Map<Long, List<Long>> shown = new LinkedHashMap<>();
        database.sql()
                .sql("SELECT entry, accession FROM audit_message WHERE entry IN (:entries) ORDER BY accession")
                .param("entries", entries)
                .query(row -> {
                    List<Long> of = shown.computeIfAbsent(row.getLong("entry"), _ -> new ArrayList<>());
                    if (of.size() < atMost) of.add(row.getLong("accession"));
                });
        return lines.stream()
                .map(line -> line.withShown(shown.getOrDefault(line.entry(), List.of())))
                .toList();
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getLong("entry"),
                at(row, "at"),
                row.getString("act"),
                row.getLong("person"),
                row.getString("name"),
                Stream.of(row.getString("roles").split(" ", -1))
                        .filter(role -> !role.isEmpty())
                        .toList(),
                purpose(row),
                row.getString("what"),
                row.getInt("messages"),
                List.of(),
                row.getString("whence"));
    }

    private static Optional<Purpose> purpose(ResultSet row) throws SQLException {
        String kind = row.getString("purpose_kind");
        if (kind == null) return Optional.empty();
        return Optional.of(new Purpose(Purpose.Kind.valueOf(kind), row.getString("purpose_reference")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
