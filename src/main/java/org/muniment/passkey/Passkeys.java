package org.muniment.passkey;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.people.People;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is where passkeys are kept.
@Component
class Passkeys {
    static final int MAX_OF_ONE_PERSON = 20;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;
    private final AttestedCredentialDataConverter converter = new AttestedCredentialDataConverter(Ceremony.CONVERTER);

    /// `people` has made its tables before these refer to them.
    Passkeys(WorkflowDatabase database, People people, InstantSource clock) {
        database.migrate(Passkeys.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    List<Passkey> of(PersonId person) {
        return sql.sql("SELECT * FROM passkey WHERE person = :person ORDER BY made_at, credential")
                .param("person", person.number())
                .query(this::passkey)
                .list();
    }

    Optional<Passkey> byCredential(byte[] credential) {
        return sql.sql("SELECT * FROM passkey WHERE credential = :credential")
                .param("credential", credential)
                .query(this::passkey)
                .optional();
    }

    /// Throws `DuplicateKeyException` if the device is known already.
    void add(Passkey passkey) {
        database.done(() -> sql.sql("""
                        INSERT INTO passkey
                        (credential, person, label, attested, sign_count, can_back_up, is_backed_up, made_at)
                        VALUES (:credential, :person, :label, :attested, :count, :can, :is, :now)""")
                .param("credential", passkey.credential())
                .param("person", passkey.person().number())
                .param("label", passkey.label())
                .param("attested", converter.convert(passkey.attested()))
                .param("count", passkey.signCount())
                .param("can", passkey.canBackUp())
                .param("is", passkey.isBackedUp())
                .param("now", utc(passkey.madeAt()))
                .update());
    }

    void used(Passkey passkey, long signCount, boolean isBackedUp) {
        database.done(() -> sql.sql("""
                        UPDATE passkey SET sign_count = :count, is_backed_up = :is, last_used_at = :now
                        WHERE credential = :credential""")
                .param("count", signCount)
                .param("is", isBackedUp)
                .param("now", utc(clock.instant()))
                .param("credential", passkey.credential())
                .update());
    }

    void rename(PersonId person, byte[] credential, String label) {
        database.done(() -> sql.sql("""
                        UPDATE passkey SET label = :label WHERE person = :person AND credential = :credential""")
                .param("label", label)
                .param("person", person.number())
                .param("credential", credential)
                .update());
    }

    /// Whether the person had it.
    boolean remove(PersonId person, byte[] credential) {
        return database.done(() -> sql.sql("DELETE FROM passkey WHERE person = :person AND credential = :credential")
                        .param("person", person.number())
                        .param("credential", credential)
                        .update())
                == 1;
    }

    private Passkey passkey(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Passkey(
                new PersonId(row.getLong("person")),
                row.getString("label"),
                converter.convert(row.getBytes("attested")),
                row.getLong("sign_count"),
                row.getBoolean("can_back_up"),
                row.getBoolean("is_backed_up"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(used).map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
