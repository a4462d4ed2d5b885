package org.muniment.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind grants.
@Component
final class Grants {
    private final JdbcClient sql;

    Grants(WorkflowDatabase database) {
        database.migrate(Grants.class);
        this.sql = database.sql();
    }

    Grant ask(PersonId person, Role role, PersonId by, Instant at) {
        long id = sql.sql("""
                        SELECT id FROM FINAL TABLE (INSERT INTO role_grant (person, role, asked_by, asked_at)
                        VALUES (:person, :role, :by, :at))""")
                .param("person", person.number())
                .param("role", role.name())
                .param("by", by.number())
                .param("at", Columns.utc(at))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    void decide(Grant grant, Grant.Decision decision, PersonId by, Instant at) {
        int rows = sql.sql("""
                        UPDATE role_grant SET decision = :decision, decided_by = :by, decided_at = :at
                        WHERE id = :id AND decision IS NULL AND revoked_at IS NULL""")
                .param("decision", decision.name())
                .param("by", by.number())
                .param("at", Columns.utc(at))
                .param("id", grant.id())
                .update();
        if (rows == 0) throw new GrantIsDecided();
    }

    void revoke(Grant grant, PersonId by, Instant at) {
        sql.sql("UPDATE role_grant SET revoked_by = :by, revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                .param("by", by.number())
                .param("at", Columns.utc(at))
                .param("id", grant.id())
                .update();
    }

    Optional<Grant> find(long id) {
        return sql.sql("SELECT * FROM role_grant WHERE id = :id")
                .param("id", id)
                .query((row, _) -> grant(row))
                .optional();
    }

    /// A person's, newest first.
    List<Grant> of(PersonId person) {
        return sql.sql("SELECT * FROM role_grant WHERE person = :person ORDER BY id DESC")
                .param("person", person.number())
                .query((row, _) -> grant(row))
                .list();
    }

    /// Those in force that a group of the city's directory gave, to whomever.
    List<Grant> byGroups() {
        return sql.sql("SELECT * FROM role_grant WHERE decision = 'GIVEN_BY_GROUP' AND revoked_at IS NULL ORDER BY id")
                .query((row, _) -> grant(row))
                .list();
    }

    /// A person's roles but for those that a group of the city's directory gave.
    Set<Role> byHand(PersonId person, Set<Role> roles) {
        if (roles.isEmpty()) return roles;
        Set<Role> left = EnumSet.copyOf(roles);
        sql.sql("""
                        SELECT role FROM role_grant
                        WHERE person = :person AND decision = 'GIVEN_BY_GROUP' AND revoked_at IS NULL""")
                .param("person", person.number())
                .query(String.class)
                .list()
                .forEach(role -> left.remove(Role.valueOf(role)));
        return left;
    }

    /// Those that wait for a second person, oldest first.
    List<Grant> waiting() {
        return sql.sql("SELECT * FROM role_grant WHERE decision IS NULL AND revoked_at IS NULL ORDER BY id")
                .query((row, _) -> grant(row))
                .list();
    }

    /// Whether the archive ever had a counsel.
    boolean hasEverBeenCounsel() {
        return sql.sql("SELECT COUNT(*) FROM role_grant WHERE role = 'COUNSEL' AND decision IN (:taken)")
                        .param(
                                "taken",
                                List.of(
                                        Grant.Decision.CONFIRMED.name(),
                                        Grant.Decision.ACCEPTED_AS_FIRST_COUNSEL.name()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                Role.valueOf(row.getString("role")),
                new PersonId(row.getLong("asked_by")),
                Columns.instant(row, "asked_at"),
                Optional.ofNullable(row.getString("decision")).map(Grant.Decision::valueOf),
                Columns.numberIfAny(row, "decided_by").map(PersonId::new),
                Columns.instantIfAny(row, "decided_at"),
                Columns.numberIfAny(row, "revoked_by").map(PersonId::new),
                Columns.instantIfAny(row, "revoked_at"));
    }
}
