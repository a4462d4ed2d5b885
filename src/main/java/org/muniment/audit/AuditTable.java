package org.muniment.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows that follow the audit log: written here, and nowhere else.
final class AuditTable {
    private final WorkflowDatabase database;

    private AuditTable(WorkflowDatabase database) {
        this.database = database;
    }

    static AuditTable in(WorkflowDatabase database) {
        database.migrate(AuditTable.class);
        return new AuditTable(database);
    }

    /// Up to which entry the rows follow the log of this origin; 0 for a log they know nothing of.
    long next(String origin) {
        return database.sql()
                .sql("SELECT next_entry FROM audit_position WHERE origin = :origin")
                .param("origin", origin)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Forgets everything, for what was derived from another log, or wrongly.
    void clear() {
        database.done(() -> Stream.of("audit_message", "audit_entry", "audit_person", "audit_position")
                .map(table -> database.sql().sql("DELETE FROM " + table).update())
                .toList());
    }

    /// Adds rows and moves the position, both or neither.
    void add(String origin, List<AuditRow> rows, long next) {
        database.done(() -> {
            JdbcTemplate batch = new JdbcTemplate(database.source());
            batch.batchUpdate("""
                    INSERT INTO audit_entry (entry, at, act, person, name, roles, purpose_kind, purpose_reference,
                      what, messages, whence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries(rows));
            batch.batchUpdate("INSERT INTO audit_message (accession, entry) VALUES (?, ?)", messages(rows));
            batch.batchUpdate("MERGE INTO audit_person (person, name, at) KEY (person) VALUES (?, ?, ?)", people(rows));
            return batch.update(
                    "MERGE INTO audit_position (origin, next_entry) KEY (origin) VALUES (?, ?)", origin, next);
        });
    }

    private static List<Object[]> entries(List<AuditRow> rows) {
        return rows.stream()
                .map(row -> new Object[] {
                    row.number(),
                    utc(row.at()),
                    row.act(),
                    row.person(),
                    row.name(),
                    row.roles(),
                    row.purpose().map(purpose -> purpose.kind().name()).orElse(null),
                    row.purpose().map(purpose -> purpose.reference()).orElse(null),
                    row.what(),
                    row.messages().size(),
                    row.from()
                })
                .toList();
    }

    private static List<Object[]> messages(List<AuditRow> rows) {
        return rows.stream()
                .flatMap(row -> row.messages().stream().distinct().map(message -> new Object[] {message, row.number()}))
                .toList();
    }

    /// Each person once, as last named.
    private static List<Object[]> people(List<AuditRow> rows) {
        Map<Long, Object[]> people = new LinkedHashMap<>();
        rows.forEach(row -> people.put(row.person(), new Object[] {row.person(), row.name(), utc(row.at())}));
        return List.copyOf(people.values());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
