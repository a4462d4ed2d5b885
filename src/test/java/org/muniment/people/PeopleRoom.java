package org.muniment.people;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.alarm.Alarms;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;

/// Everything that administers people, real, in a test's folder, with a clock that the test moves. Adam Auer is its
/// first administrator.
final class PeopleRoom implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final String PASSWORD = "nine slow herons over the dock";

    final WorkflowDatabase database;
    final Alarms alarms;
    final AuditTrail trail;
    final People people;
    final Accounts accounts;
    final Departments departments;
    final Grants grants;
    final OneTimeLinks links;
    final PersonalTokens tokens;
    final Policies policies;
    final AccessRequests requests;
    final RoleGiving roles;
    final Administration administration;
    final Invitations invitations;
    final PeopleDuties duties;
    final TokenSignIn tokenSignIn;
    final TokenDesk myTokens;
    final Account adam;

    private Instant now = Instant.parse("2026-11-23T14:00:00Z");

    PeopleRoom(Path folder) {
        InstantSource clock = () -> now;
        database = WorkflowDatabase.in(folder.resolve("workflow")).sealedBy(new SecretKeySpec(new byte[32], "AES"));
        alarms = Alarms.in(database, clock);
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        trail = AuditTrail.in(folder.resolve("audit"), settings, database, alarms, clock);
        people = new People(database, clock);
        accounts = new Accounts(people, new Passwords(database, clock), new SecondFactors(database, clock), database);
        departments = new Departments(database);
        grants = new Grants(database);
        links = new OneTimeLinks(database, clock);
        tokens = new PersonalTokens(database);
        policies = new Policies(database);
        requests = new AccessRequests(database);
        roles = new RoleGiving(database, accounts, grants, trail, clock);
        administration =
                new Administration(database, accounts, links, roles, departments, requests, tokens, trail, clock, ZONE);
        invitations = new Invitations(database, links, accounts, roles, trail);
        duties = new PeopleDuties(accounts, grants, links, requests, policies, clock, ZONE);
        tokenSignIn = new TokenSignIn(tokens, accounts, grants, departments, policies, trail, clock, ZONE);
        myTokens = new TokenDesk(database, tokens, grants, trail, clock, ZONE);
        adam = person("Adam Auer", Role.ADMINISTRATOR);
    }

    /// A person with a password and with roles that are in force already.
    Account person(String name, Role... roles) {
        Account added = accounts.add(name, address(name));
        accounts.setPassword(added, PASSWORD);
        for (Role role : roles) accounts.giveRole(added.id(), role);
        return accounts.find(added.id());
    }

    Administration.Invited invite(String name, Role... roles) {
        return administration.invite(actor(adam), name, address(name), Set.of(roles), Set.of());
    }

    void accept(Administration.Invited invited) {
        invitations.accept(invited.link().secret(), PASSWORD, "10.0.0.9");
    }

    /// The person as they would be signed in now.
    Actor actor(Account person) {
        Account now = accounts.find(person.id());
        return new Actor(now.id(), now.name(), now.roles(), departments.of(now.id()), "10.0.0.9");
    }

    Set<Role> rolesOf(Account person) {
        return accounts.find(person.id()).roles();
    }

    Grant waitingFor(Account person) {
        return grants.of(person.id()).stream()
                .filter(Grant::isWaiting)
                .findFirst()
                .orElseThrow();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /// What the audit trail says, oldest first, as `ACT what`.
    List<String> audited() throws Exception {
        trail.rebuildRows();
        return database.sql()
                .sql("SELECT act || ' ' || what FROM audit_entry ORDER BY entry")
                .query(String.class)
                .list();
    }

    static EmailAddress address(String name) {
        return new EmailAddress(name.replace(' ', '.') + "@city.example");
    }

    static Actor operator() {
        return new Actor(PersonId.OPERATOR, "operator", Set.of(), Set.of(), "the machine");
    }

    @Override
    public void close() throws IOException {
        trail.close();
        alarms.close();
        database.close();
    }
}
