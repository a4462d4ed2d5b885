package org.muniment.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the list of people with what those who administer them must know: whether a person can sign in, and since
/// when not any more. Who changes it records the change in the audit trail.
@Component
class Accounts {
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    Accounts(People people, Passwords passwords, SecondFactors factors, WorkflowDatabase database) {
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
        this.database = database;
        this.sql = database.sql();
    }

    /// Throws [NotThere].
    Account find(PersonId id) {
        return all().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("person"));
    }

    List<Account> all() {
        Set<Long> withPassword = numbers("SELECT person FROM password");
        Set<Long> withSecondFactor = numbers("SELECT person FROM totp");
        Set<Long> inDirectory = numbers("SELECT person FROM directory_identity");
        Map<Long, LocalDate> left = new HashMap<>();
        sql.sql("SELECT person, left_on FROM leaver").query(row -> {
            left.put(row.getLong("person"), row.getObject("left_on", LocalDate.class));
        });
        Map<PersonId, Instant> lastSignIns = people.lastSignIns();
        return people.all().stream()
                .map(person -> new Account(
                        person.id(),
                        person.name(),
                        person.email(),
                        person.roles(),
                        withPassword.contains(person.id().number()),
                        inDirectory.contains(person.id().number()),
                        withSecondFactor.contains(person.id().number()),
                        person.isDisabled(),
                        Optional.ofNullable(left.get(person.id().number())),
                        Optional.ofNullable(lastSignIns.get(person.id()))))
                .toList();
    }

    String nameOf(PersonId id) {
        if (id.equals(PersonId.OPERATOR)) return "The operator";
        return people.byId(id).map(Person::name).orElse("Person " + id);
    }

    /// Throws [AddressIsTaken], [EntryIsWrong].
    Account add(String name, EmailAddress address) {
        if (name.isBlank() || name.strip().length() > Person.NAME_LENGTH_MAX)
            throw new EntryIsWrong("Write the person's name in 1 to " + Person.NAME_LENGTH_MAX + " characters.");
        if (people.byEmail(address.text()).isPresent()) throw new AddressIsTaken(address.text());
        try {
            return find(people.add(name, address.text()).id());
        } catch (DuplicateKeyException addedMeanwhile) {
            throw new AddressIsTaken(address.text());
        }
    }

    /// Throws [LastAdministrator] if this is an administrator who can sign in, and no other one can whatever becomes of
    /// the directory. To be asked under the lock of [RoleGiving].
    void checkAnotherAdministrator(PersonId person) {
        Account one = find(person);
        boolean isOne = one.canSignIn() && one.roles().contains(Role.ADMINISTRATOR);
        if (isOne && standingAdministrators().stream().allMatch(person::equals)) throw new LastAdministrator();
    }

    /// Administrators who come in with a password, not about to leave, whose role no group of the directory gave.
    List<PersonId> standingAdministrators() {
        Set<Long> byGroup = numbers("SELECT person FROM role_grant WHERE role = 'ADMINISTRATOR'"
                + " AND decision = 'GIVEN_BY_GROUP' AND revoked_at IS NULL");
        return all().stream()
                .filter(account -> account.roles().contains(Role.ADMINISTRATOR) && account.hasPassword())
                .filter(account -> !account.isDisabled() && account.leftOn().isEmpty())
                .map(Account::id)
                .filter(id -> !byGroup.contains(id.number()))
                .toList();
    }

    boolean isAnyoneActive(Role role) {
        return all().stream()
                .anyMatch(account -> account.canSignIn() && account.roles().contains(role));
    }

    void giveRole(PersonId person, Role role) {
        people.giveRole(person, role);
    }

    void takeRole(PersonId person, Role role) {
        people.takeRole(person, role);
    }

    void disable(PersonId person) {
        people.disable(person);
    }

    void enable(PersonId person) {
        people.enable(person);
    }

    void endSessions(PersonId person) {
        people.endSessions(person);
    }

    /// Throws [PasswordIsWeak].
    void setPassword(Account person, String password) {
        passwords.set(people.byId(person.id()).orElseThrow(), password);
    }

    int recoveryCodesLeft(PersonId person) {
        return factors.recoveryCodesLeft(person);
    }

    List<String> newRecoveryCodes(PersonId person) {
        return factors.newRecoveryCodes(person);
    }

    /// Takes away everything a person signs in with.
    void clearCredentials(PersonId person) {
        factors.forget(person);
        passwords.forget(person);
        for (String table : List.of("known_browser", "directory_identity"))
            sql.sql("DELETE FROM " + table + " WHERE person = :person")
                    .param("person", person.number())
                    .update();
        // `passkey` knows this package and not the other way round.
        boolean hasPasskeys = sql.sql("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'PASSKEY'")
                        .query(Integer.class)
                        .single()
                > 0;
        if (hasPasskeys)
            sql.sql("DELETE FROM passkey WHERE person = :person")
                    .param("person", person.number())
                    .update();
    }

    void noteLeft(PersonId person, LocalDate on, PersonId by, Instant at) {
        database.done(() -> sql.sql("""
                        MERGE INTO leaver (person, left_on, noted_by, noted_at, gone_at) KEY (person)
                        VALUES (:person, :on, :by, :at, NULL)""")
                .param("person", person.number())
                .param("on", on)
                .param("by", by.number())
                .param("at", Columns.utc(at))
                .update());
    }

    void noteGone(PersonId person, Instant at) {
        database.done(() -> sql.sql("UPDATE leaver SET gone_at = :at WHERE person = :person")
                .param("at", Columns.utc(at))
                .param("person", person.number())
                .update());
    }

    void clearLeft(PersonId person) {
        database.done(() -> sql.sql("DELETE FROM leaver WHERE person = :person")
                .param("person", person.number())
                .update());
    }

    /// Those whose last day was before today's beginning or is today, and who have not been shut out for it.
    List<Account> leaversDue(LocalDate today) {
        Set<Long> due = new HashSet<>(sql.sql("SELECT person FROM leaver WHERE left_on <= :today AND gone_at IS NULL")
                .param("today", today)
                .query(Long.class)
                .list());
        return due.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(account -> due.contains(account.id().number()))
                        .toList();
    }

    private Set<Long> numbers(String query) {
        return new HashSet<>(sql.sql(query).query(Long.class).list());
    }
}
