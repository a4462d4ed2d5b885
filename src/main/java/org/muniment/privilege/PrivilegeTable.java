package org.muniment.privilege;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of rules and releases.
final class PrivilegeTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private PrivilegeTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static PrivilegeTable in(WorkflowDatabase database) {
        database.migrate(PrivilegeTable.class);
        return new PrivilegeTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    /// A number that every change makes greater: nothing is ever deleted.
    long changes() {
        return sql.sql("""
                SELECT (SELECT COUNT(*) + COUNT(ended_at) FROM privilege_rule)
                     + (SELECT COUNT(*) + COUNT(taken_back_at) FROM privilege_release)""").query(Long.class).single();
    }

    List<PrivilegeRule> rules() {
        return sql.sql("""
                SELECT id, kind, text, note, added_by_name, added_at FROM privilege_rule
                WHERE ended_at IS NULL ORDER BY kind, text, id""")
                .query((row, _) -> new PrivilegeRule(
                        row.getLong("id"),
                        RuleKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("note"),
                        row.getString("added_by_name"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<PrivilegeRule> rule(long id) {
        return rules().stream().filter(rule -> rule.id() == id).findFirst();
    }

    long add(RuleKind kind, String text, String note, Actor by, Instant at) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO privilege_rule (kind, text, note, added_by, added_by_name, added_at)
                VALUES (:kind, :text, :note, :by, :name, :at))""")
                .param("kind", kind.name())
                .param("text", text)
                .param("note", note)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void end(long rule, String reason, Actor by, Instant at) {
        sql.sql("UPDATE privilege_rule SET ended_by = :by, ended_at = :at, end_reason = :reason WHERE id = :id")
                .param("by", by.person().number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", rule)
                .update();
    }

    List<PrivilegeRelease> releases() {
        return sql.sql("""
                SELECT id, accession, reason, released_by_name, released_at FROM privilege_release
                WHERE taken_back_at IS NULL ORDER BY released_at DESC, id DESC""")
                .query((row, _) -> new PrivilegeRelease(
                        row.getLong("id"),
                        new AccessionNumber(row.getLong("accession")),
                        row.getString("reason"),
                        row.getString("released_by_name"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<PrivilegeRelease> release(long id) {
        return releases().stream().filter(release -> release.id() == id).findFirst();
    }

    long release(AccessionNumber message, String reason, Actor by, Instant at) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO privilege_release
                (accession, reason, released_by, released_by_name, released_at)
                VALUES (:accession, :reason, :by, :name, :at))""")
                .param("accession", message.index())
                .param("reason", reason)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void takeBack(long release, String reason, Actor by, Instant at) {
        sql.sql("""
                UPDATE privilege_release SET taken_back_by = :by, taken_back_at = :at, taken_back_reason = :reason
                WHERE id = :id""")
                .param("by", by.person().number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", release)
                .update();
    }
}
