package org.muniment.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind personal tokens. A token itself is nowhere: only its hash is kept.
@Component
final class PersonalTokens {
    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    PersonalTokens(WorkflowDatabase database) {
        this.database = database;
        database.migrate(PersonalTokens.class);
        this.sql = database.sql();
    }

    /// A token with whose it is.
    record Owned(PersonId person, PersonalToken token) {}

    PersonalToken add(PersonId person, PersonalToken token, Secret secret) {
        long id = database.done(() -> sql.sql("""
                        SELECT id FROM FINAL TABLE (INSERT INTO personal_token
                          (person, name, secret_hash, scopes, made_at, ends_on)
                        VALUES (:person, :name, :hash, :scopes, :madeAt, :endsOn))""")
                .param("person", person.number())
                .param("name", token.name())
                .param("hash", secret.hash())
                .param("scopes", text(token.scopes()))
                .param("madeAt", Columns.utc(token.madeAt()))
                .param("endsOn", token.endsOn())
                .query(Long.class)
                .single());
        return new PersonalToken(
                id, token.name(), token.scopes(), token.madeAt(), token.endsOn(), Optional.empty(), Optional.empty());
    }

    /// A person's tokens, newest first, those that no longer work among them.
    List<PersonalToken> of(PersonId person) {
        return sql.sql("SELECT * FROM personal_token WHERE person = :person ORDER BY id DESC")
                .param("person", person.number())
                .query((row, _) -> token(row))
                .list();
    }

    Optional<Owned> with(Secret secret) {
        return sql.sql("SELECT * FROM personal_token WHERE secret_hash = :hash")
                .param("hash", secret.hash())
                .query((row, _) -> new Owned(new PersonId(row.getLong("person")), token(row)))
                .optional();
    }

    /// Revokes one of the person's own tokens. Throws [NotThere], for another's too.
    PersonalToken revoke(PersonId person, long id, Instant at) {
        return database.done(() -> {
            PersonalToken revoked = of(person).stream()
                    .filter(token -> token.id() == id && token.revokedAt().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new NotThere("token"));
            sql.sql("UPDATE personal_token SET revoked_at = :at WHERE id = :id")
                    .param("at", Columns.utc(at))
                    .param("id", id)
                    .update();
            return revoked;
        });
    }

    /// Revokes all that a person has; how many that were.
    int revokeAll(PersonId person, Instant at) {
        return database.done(() -> sql.sql(
                        "UPDATE personal_token SET revoked_at = :at WHERE person = :person AND revoked_at IS NULL")
                .param("at", Columns.utc(at))
                .param("person", person.number())
                .update());
    }

    /// Notes that a token was used; to the minute, so that a busy program does not keep the disk busy.
    void used(PersonalToken token, Instant at) {
        if (token.lastUsedAt()
                .filter(last -> last.plus(USE_IS_WRITTEN_EVERY).isAfter(at))
                .isPresent()) return;
        sql.sql("UPDATE personal_token SET last_used_at = :at WHERE id = :id")
                .param("at", Columns.utc(at))
                .param("id", token.id())
                .update();
    }

    private static PersonalToken token(ResultSet row) throws SQLException {
        return new PersonalToken(
                row.getLong("id"),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(" "))
                        .map(TokenScope::of)
                        .toList(),
                Columns.instant(row, "made_at"),
                row.getObject("ends_on", LocalDate.class),
                Columns.instantIfAny(row, "last_used_at"),
                Columns.instantIfAny(row, "revoked_at"));
    }

    private static String text(Collection<TokenScope> scopes) {
        return scopes.stream().map(TokenScope::text).collect(Collectors.joining(" "));
    }
}
