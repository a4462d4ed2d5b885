package org.muniment.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the city's monitoring notice and policy, each version as it was published, and who acknowledged which
/// (notice of electronic monitoring: C.G.S. § 31-48d). Nothing here is ever changed or removed.
@Component
final class Policies {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    Policies(WorkflowDatabase database) {
        this.database = database;
        database.migrate(Policies.class);
        this.sql = database.sql();
    }

    /// One version.
    ///
    /// @param notice the notice that use is monitored; `text` the policy a person agrees to follow
    record Policy(int version, String notice, String text, Instant publishedAt) {
        private static final int LENGTH_MAX = 200_000;

        Policy {
            notice = notice.strip();
            text = text.strip();
            if (notice.isEmpty() || text.isEmpty())
                throw new EntryIsWrong("Write both the monitoring notice and the policy.");
            if (notice.length() > LENGTH_MAX || text.length() > LENGTH_MAX)
                throw new EntryIsWrong("The notice and the policy take at most 200,000 characters each.");
        }
    }

    /// That a person acknowledged a version, and when.
    record Acknowledged(int version, Instant at) {}

    /// The version in force; empty until the city publishes one.
    Optional<Policy> current() {
        return sql.sql("SELECT * FROM policy ORDER BY version DESC FETCH FIRST ROW ONLY")
                .query((row, _) -> policy(row))
                .optional();
    }

    Policy publish(String notice, String text, PersonId by, Instant at) {
        return database.done(() -> {
            Policy published = new Policy(current().map(Policy::version).orElse(0) + 1, notice, text, at);
            sql.sql("""
                            INSERT INTO policy (version, notice, text, published_by, published_at)
                            VALUES (:version, :notice, :text, :by, :at)""")
                    .param("version", published.version())
                    .param("notice", published.notice())
                    .param("text", published.text())
                    .param("by", by.number())
                    .param("at", Columns.utc(at))
                    .update();
            return published;
        });
    }

    /// Whether the person must acknowledge the version in force before anything else.
    boolean isDue(PersonId person) {
        return sql.sql("""
                        SELECT COUNT(*) FROM (SELECT MAX(version) AS version FROM policy) AS in_force
                        WHERE in_force.version IS NOT NULL AND NOT EXISTS (
                          SELECT 1 FROM policy_acknowledgement a
                          WHERE a.person = :person AND a.version = in_force.version)""")
                        .param("person", person.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Records that a person acknowledged the version in force; again changes nothing. Throws [PolicyHasChanged].
    void acknowledge(PersonId person, int version, Instant at) {
        database.done(() -> {
            if (current().map(Policy::version).orElse(0) != version) throw new PolicyHasChanged();
            if (!isDue(person)) return 0;
            return sql.sql("""
                            INSERT INTO policy_acknowledgement (person, version, acknowledged_at)
                            VALUES (:person, :version, :at)""")
                    .param("person", person.number())
                    .param("version", version)
                    .param("at", Columns.utc(at))
                    .update();
        });
    }

    /// What a person acknowledged, newest version first.
    List<Acknowledged> acknowledgedBy(PersonId person) {
        return sql.sql("""
                        SELECT version, acknowledged_at FROM policy_acknowledgement
                        WHERE person = :person ORDER BY version DESC""")
                .param("person", person.number())
                .query((row, _) -> new Acknowledged(row.getInt("version"), Columns.instant(row, "acknowledged_at")))
                .list();
    }

    /// The newest version that each person acknowledged.
    Map<PersonId, Acknowledged> newest() {
        Map<PersonId, Acknowledged> newest = new HashMap<>();
        sql.sql("SELECT person, version, acknowledged_at FROM policy_acknowledgement ORDER BY version")
                .query(row -> {
                    newest.put(
                            new PersonId(row.getLong("person")),
                            new Acknowledged(row.getInt("version"), Columns.instant(row, "acknowledged_at")));
                });
        return newest;
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getInt("version"),
                row.getString("notice"),
                row.getString("text"),
                Columns.instant(row, "published_at"));
    }
}
