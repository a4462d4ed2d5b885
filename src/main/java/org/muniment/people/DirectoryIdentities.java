package org.muniment.people;

import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is whom the city's directory means: its own name of a person (issuer and subject, OpenID Connect Core 2), bound
/// once to one person here.
@Component
public final class DirectoryIdentities {
    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    DirectoryIdentities(WorkflowDatabase database, InstantSource clock) {
        database.migrate(DirectoryIdentities.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    public Optional<PersonId> personOf(String issuer, String subject) {
        return sql.sql("SELECT person FROM directory_identity WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .optional();
    }

    /// Whether this issuer's directory has a subject for the person already.
    public boolean isBound(PersonId person, String issuer) {
        return sql.sql("SELECT COUNT(*) FROM directory_identity WHERE issuer = :issuer AND person = :person")
                        .param("issuer", issuer)
                        .param("person", person.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Binds the subject to the person; links that would set a password for the account stop working. Throws
    /// `DuplicateKeyException` if the subject or the person is bound already.
    public void bind(PersonId person, String issuer, String subject) {
        database.done(() -> {
            sql.sql("UPDATE one_time_link SET withdrawn_at = :now WHERE person = :person AND used_at IS NULL"
                            + " AND withdrawn_at IS NULL")
                    .param("now", Columns.utc(clock.instant()))
                    .param("person", person.number())
                    .update();
            return sql.sql("""
                            INSERT INTO directory_identity (issuer, subject, person, bound_at)
                            VALUES (:issuer, :subject, :person, :now)""")
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .param("person", person.number())
                    .param("now", Columns.utc(clock.instant()))
                    .update();
        });
    }
}
