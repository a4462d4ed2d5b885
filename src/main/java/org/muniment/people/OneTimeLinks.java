package org.muniment.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is where one-time links are made and used: one for an invitation, one for a reset. A link works once, for seven
/// days, and only the newest of a person works. Its 128-bit secret is kept as a hash.
@Component
final class OneTimeLinks {
    static final Duration LIFE = Duration.ofDays(7);
    private static final int SECRET_BITS = 128;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    OneTimeLinks(WorkflowDatabase database, InstantSource clock) {
        this.database = database;
        database.migrate(OneTimeLinks.class);
        this.sql = database.sql();
        this.clock = clock;
    }

    /// What a link is for.
    enum Kind {
        INVITATION,
        RESET
    }

    /// A link that still works.
    record OneTimeLink(long id, PersonId person, Kind kind, Instant expiresAt) {}

    /// A link just made; its secret is shown now and never again.
    record Made(Secret secret, Instant expiresAt) {}

    /// Makes a link; the person's earlier ones stop working.
    Made make(PersonId person, Kind kind, PersonId by) {
        Secret secret = Secret.fresh("", SECRET_BITS);
        Instant now = clock.instant();
        database.done(() -> {
            withdraw(person);
            return sql.sql("""
                            INSERT INTO one_time_link (person, kind, secret_hash, made_by, made_at, expires_at)
                            VALUES (:person, :kind, :hash, :by, :at, :expiresAt)""")
                    .param("person", person.number())
                    .param("kind", kind.name())
                    .param("hash", secret.hash())
                    .param("by", by.number())
                    .param("at", Columns.utc(now))
                    .param("expiresAt", Columns.utc(now.plus(LIFE)))
                    .update();
        });
        return new Made(secret, now.plus(LIFE));
    }

    /// The link with this secret, if it works. Throws [LinkDoesNotWork].
    OneTimeLink working(Secret secret) {
        return sql.sql("""
                        SELECT * FROM one_time_link
                        WHERE secret_hash = :hash AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now""")
                .param("hash", secret.hash())
                .param("now", Columns.utc(clock.instant()))
                .query((row, _) -> link(row))
                .optional()
                .orElseThrow(LinkDoesNotWork::new);
    }

    /// The link that a person could still use.
    Optional<OneTimeLink> waitingFor(PersonId person) {
        return sql.sql("""
                        SELECT * FROM one_time_link
                        WHERE person = :person AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now""")
                .param("person", person.number())
                .param("now", Columns.utc(clock.instant()))
                .query((row, _) -> link(row))
                .optional();
    }

    /// Uses a link up. Of two who try at once, one gets [LinkDoesNotWork].
    void use(OneTimeLink link) {
        int rows = database.done(() -> sql.sql("""
                        UPDATE one_time_link SET used_at = :at
                        WHERE id = :id AND used_at IS NULL AND withdrawn_at IS NULL""")
                .param("at", Columns.utc(clock.instant()))
                .param("id", link.id())
                .update());
        if (rows == 0) throw new LinkDoesNotWork();
    }

    /// Makes whatever links a person has stop working.
    void withdraw(PersonId person) {
        sql.sql("""
                        UPDATE one_time_link SET withdrawn_at = :at
                        WHERE person = :person AND used_at IS NULL AND withdrawn_at IS NULL""")
                .param("at", Columns.utc(clock.instant()))
                .param("person", person.number())
                .update();
    }

    private static OneTimeLink link(ResultSet row) throws SQLException {
        return new OneTimeLink(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                Kind.valueOf(row.getString("kind")),
                Columns.instant(row, "expires_at"));
    }
}
