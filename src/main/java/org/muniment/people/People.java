package org.muniment.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the list of people and of the roles they have. Who changes it records the change in the audit trail.
@Component
public final class People {
    private static final String SELECT = """
            SELECT id, name, email, disabled_at IS NOT NULL AS disabled,
                   (SELECT LISTAGG(role, ',') FROM person_role WHERE person = id) AS roles
            FROM person\s""";

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    public People(WorkflowDatabase database, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    /// Whether nobody was ever added: such a folder is set up first.
    public boolean isEmpty() {
        return sql.sql("SELECT COUNT(*) FROM person").query(Long.class).single() == 0;
    }

    /// All, by name.
    public List<Person> all() {
        return sql.sql(SELECT + "ORDER BY name, id").query(People::person).list();
    }

    public Optional<Person> byId(PersonId id) {
        return sql.sql(SELECT + "WHERE id = :id")
                .param("id", id.number())
                .query(People::person)
                .optional();
    }

    public Optional<Person> byEmail(String email) {
        return sql.sql(SELECT + "WHERE email = :email")
                .param("email", Person.canonical(email))
                .query(People::person)
                .optional();
    }

    /// Adds somebody without a role and without a way to sign in. Throws `DuplicateKeyException` if the address is
    /// taken.
    public Person add(String name, String email) {
        return database.done(() -> {
            long id = sql.sql("""
                            SELECT id FROM FINAL TABLE
                            (INSERT INTO person (name, email, made_at) VALUES (:name, :email, :now))""")
                    .param("name", name.strip())
                    .param("email", Person.canonical(email))
                    .param("now", now())
                    .query(Long.class)
                    .single();
            return byId(new PersonId(id)).orElseThrow();
        });
    }

    public void rename(PersonId person, String name) {
        update("UPDATE person SET name = :value WHERE id = :id", person, name.strip());
    }

    /// Puts a role in force; it holds from the person's next request on.
    public void giveRole(PersonId person, Role role) {
        update("MERGE INTO person_role KEY (person, role) VALUES (:id, :value)", person, role.name());
    }

    public void takeRole(PersonId person, Role role) {
        update("DELETE FROM person_role WHERE person = :id AND role = :value", person, role.name());
    }

    /// Keeps the person out from the next request on, and ends every session.
    public void disable(PersonId person) {
        update(
                "UPDATE person SET disabled_at = :value, session_epoch = session_epoch + 1 WHERE id = :id",
                person,
                now());
    }

    public void enable(PersonId person) {
        database.done(() -> sql.sql("UPDATE person SET disabled_at = NULL WHERE id = :id")
                .param("id", person.number())
                .update());
    }

    /// Ends every session of the person, everywhere.
    public void endSessions(PersonId person) {
        database.done(() -> sql.sql("UPDATE person SET session_epoch = session_epoch + 1 WHERE id = :id")
                .param("id", person.number())
                .update());
    }

    /// When each who ever signed in did so last.
    public Map<PersonId, Instant> lastSignIns() {
        Map<PersonId, Instant> last = new TreeMap<>(Comparator.comparingLong(PersonId::number));
        sql.sql("SELECT id, last_sign_in_at FROM person WHERE last_sign_in_at IS NOT NULL")
                .query(row -> {
                    last.put(new PersonId(row.getLong("id")), Columns.instant(row, "last_sign_in_at"));
                });
        return last;
    }

    /// The number all sessions of the person carry until they are ended together.
    int sessionEpoch(PersonId person) {
        return sql.sql("SELECT session_epoch FROM person WHERE id = :id")
                .param("id", person.number())
                .query(Integer.class)
                .single();
    }

    void hasSignedIn(PersonId person) {
        update("UPDATE person SET last_sign_in_at = :value WHERE id = :id", person, now());
    }

    private void update(String statement, PersonId person, Object value) {
        database.done(() -> sql.sql(statement)
                .param("id", person.number())
                .param("value", value)
                .update());
    }

    private OffsetDateTime now() {
        return Columns.utc(clock.instant());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        String roles = row.getString("roles");
        Set<Role> inForce = roles == null
                ? Set.of()
                : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet());
        return new Person(
                new PersonId(row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                new TreeSet<>(inForce),
                row.getBoolean("disabled"));
    }
}
