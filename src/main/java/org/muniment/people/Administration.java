package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what administrators do with people: invite, disable, enable, reset, note that somebody left. What is done
/// and its audit entry are one transaction.
@Component
class Administration {
    private final WorkflowDatabase database;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final RoleGiving roles;
    private final Departments departments;
    private final AccessRequests requests;
    private final PersonalTokens tokens;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final ZoneId zone;

    Administration(
            WorkflowDatabase database,
            Accounts accounts,
            OneTimeLinks links,
            RoleGiving roles,
            Departments departments,
            AccessRequests requests,
            PersonalTokens tokens,
            AuditTrail trail,
            InstantSource clock,
            ZoneId zone) {
        this.database = database;
        this.accounts = accounts;
        this.links = links;
        this.roles = roles;
        this.departments = departments;
        this.requests = requests;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    /// A person just invited, with the link that is shown once.
    record Invited(Account person, OneTimeLinks.Made link) {}

    /// Adds a person who sets the password by the link. Roles that read mail wait for counsel.
    synchronized Invited invite(Actor actor, String name, EmailAddress address, Set<Role> asked, Set<Long> limits) {
        return database.done(() -> {
            Account person = accounts.add(name, address);
            record(Act.INVITED, actor, "Invited " + named(person));
            asked.stream().sorted().forEach(role -> roles.ask(actor, person, role));
            if (!limits.isEmpty()) limit(actor, person, limits);
            var link = links.make(person.id(), OneTimeLinks.Kind.INVITATION, actor.person());
            return new Invited(accounts.find(person.id()), link);
        });
    }

    /// Makes a new link for somebody who has not set a password yet; earlier ones stop working.
    synchronized OneTimeLinks.Made inviteAgain(Actor actor, Account person) {
        if (person.hasWayIn() || person.isDisabled()) throw new PersonNeedsNoInvitation();
        return database.done(() -> {
            record(Act.INVITED, actor, "Made a new link for " + named(person));
            return links.make(person.id(), OneTimeLinks.Kind.INVITATION, actor.person());
        });
    }

    /// Takes away password, second factor and tokens, ends all sessions, and makes a link. Reading roles wait for
    /// counsel anew.
    synchronized OneTimeLinks.Made reset(Actor actor, Account person) {
        if (person.id().equals(actor.person())) throw new OwnAccountIsNotReset();
        if (person.isDisabled() || !person.hasWayIn()) throw new PersonNeedsNoInvitation();
        return database.done(() -> {
            roles.askAnew(actor, person);
            accounts.clearCredentials(person.id());
            accounts.endSessions(person.id());
            record(Act.ACCOUNT_CHANGED, actor, "Reset the password and the second factor of " + named(person));
            revokeTokens(actor, person);
            return links.make(person.id(), OneTimeLinks.Kind.RESET, actor.person());
        });
    }

    /// Nobody signs in as this person any more, at once: sessions end, links and tokens do nothing.
    synchronized void disable(Actor actor, Account person) {
        roles.whileAnotherAdministers(person.id(), () -> {
            shutOut(person);
            record(Act.ACCOUNT_CHANGED, actor, "Disabled " + named(person));
            return person;
        });
    }

    /// The person may sign in again, with the roles they had. Whoever had left is back.
    synchronized void enable(Actor actor, Account person) {
        database.done(() -> {
            accounts.clearLeft(person.id());
            accounts.enable(person.id());
            record(Act.ACCOUNT_CHANGED, actor, "Enabled " + named(person));
            return person;
        });
    }

    /// Notes the day somebody leaves or left; from that day they are disabled. Their mail stays.
    synchronized void leaves(Actor actor, Account person, LocalDate on) {
        roles.whileAnotherAdministers(person.id(), () -> {
            accounts.noteLeft(person.id(), on, actor.person(), now());
            record(Act.ACCOUNT_CHANGED, actor, named(person) + " leaves on " + on);
            if (!on.isAfter(today())) gone(person);
            return person;
        });
    }

    /// Disables those whose day has come and who still can come in; returns whom.
    synchronized List<Account> leaversGone(Actor machine) {
        return accounts.leaversDue(today()).stream()
                .map(person -> database.done(() -> {
                    gone(person);
                    record(
                            Act.ACCOUNT_CHANGED,
                            machine,
                            "Disabled " + named(person) + ", who left on "
                                    + person.leftOn().orElseThrow());
                    return person;
                }))
                .toList();
    }

    synchronized void limit(Actor actor, Account person, Set<Long> to) {
        database.done(() -> {
            departments.limit(person.id(), to);
            String names = departments.all().stream()
                    .filter(department -> to.contains(department.id()))
                    .map(Department::name)
                    .collect(Collectors.joining(", "));
            String what = to.isEmpty() ? " sees the whole city's mail" : " sees the mail of " + names + " only";
            record(Act.ACCOUNT_CHANGED, actor, named(person) + what);
            return to;
        });
    }

    synchronized void revokeTokens(Actor actor, Account person) {
        database.done(() -> {
            int revoked = tokens.revokeAll(person.id(), now());
            record(Act.TOKEN_REVOKED, actor, "Revoked all " + revoked + " tokens of " + named(person));
            return revoked;
        });
    }

    long attach(Actor actor, Account person, WrittenRequest request) {
        return database.done(() -> {
            long id = requests.add(person.id(), request, actor.person(), now());
            record(Act.ACCOUNT_CHANGED, actor, "Added “" + request.fileName() + "” to the file of " + named(person));
            return id;
        });
    }

    private void gone(Account person) {
        shutOut(person);
        accounts.noteGone(person.id(), now());
    }

    private void shutOut(Account person) {
        accounts.disable(person.id());
        accounts.endSessions(person.id());
        links.withdraw(person.id());
    }

    private static String named(Account person) {
        return person.name() + " <" + person.email() + ">";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    private Instant now() {
        return clock.instant();
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
