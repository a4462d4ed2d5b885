package org.muniment.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how people come by their roles and lose them. A role that reads mail stays asked until a counsel who is
/// neither the asker nor the receiver confirms it, so that no administrator alone makes a reader of anybody. What is
/// done and its audit entry are one transaction.
@Component
class RoleGiving {
    /// How long a new first counsel waits, in the open, if the archive had a counsel who is gone.
    static final Duration SUCCESSION_WAIT = Duration.ofDays(7);

    private final WorkflowDatabase database;
    private final Accounts accounts;
    private final Grants grants;
    private final AuditTrail trail;
    private final InstantSource clock;

    RoleGiving(WorkflowDatabase database, Accounts accounts, Grants grants, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /// Asks for a role for a person; one that reads no mail is given at once.
    synchronized Grant ask(Actor actor, Account person, Role role) {
        return database.done(() -> {
            Set<Role> others = EnumSet.noneOf(Role.class);
            others.addAll(accounts.find(person.id()).roles());
            grants.of(person.id()).stream().filter(Grant::isWaiting).forEach(grant -> others.add(grant.role()));
            if (others.contains(role)) throw new RoleIsThere(role);
            RolesDoNotGoTogether.check(role, others);
            Grant asked = grants.ask(person.id(), role, actor.person(), now());
            if (role.readsMail()) {
                record(Act.ROLE_ASKED, actor, "Asked to make " + named(person) + " " + Wording.of(role));
                return asked;
            }
            return give(actor, asked, Grant.Decision.GIVEN, "Made " + named(person) + " " + Wording.of(role));
        });
    }

    /// Confirms a role that was asked for. Throws [SecondPersonNeeded], [GrantIsDecided].
    synchronized Grant confirm(Actor actor, Grant grant) {
        return database.done(() -> {
            Account person = accounts.find(grant.person());
            String role = Wording.of(grant.role());
            if (isAcceptedBy(actor.person(), grant)) {
                return give(
                        actor,
                        grant,
                        Grant.Decision.ACCEPTED_AS_FIRST_COUNSEL,
                        named(person) + " accepted the role of counsel, asked for by "
                                + accounts.nameOf(grant.askedBy()) + "; no counsel was there to confirm it");
            }
            checkSecondPerson(actor, grant);
            RolesDoNotGoTogether.check(grant.role(), person.roles());
            String what =
                    "Confirmed " + named(person) + " as " + role + ", asked for by " + accounts.nameOf(grant.askedBy());
            return give(actor, grant, Grant.Decision.CONFIRMED, what);
        });
    }

    synchronized Grant decline(Actor actor, Grant grant) {
        return database.done(() -> {
            checkSecondPerson(actor, grant);
            grants.decide(grant, Grant.Decision.DECLINED, actor.person(), now());
            String what = "Declined to make " + named(accounts.find(grant.person())) + " " + Wording.of(grant.role());
            record(Act.ROLE_REVOKED, actor, what);
            return again(grant);
        });
    }

    /// Takes a role away at once, or takes back the asking for it. Throws [LastAdministrator], [NotThere].
    synchronized void revoke(Actor actor, Account person, Role role) {
        database.done(() -> {
            if (role == Role.ADMINISTRATOR) accounts.checkAnotherAdministrator(person.id());
            Optional<Grant> standing = grants.of(person.id()).stream()
                    .filter(grant -> grant.role() == role && (grant.isWaiting() || grant.isInForce()))
                    .findFirst();
            if (standing.isEmpty() && !accounts.find(person.id()).roles().contains(role)) throw new NotThere("role");
            standing.ifPresent(grant -> grants.revoke(grant, actor.person(), now()));
            accounts.takeRole(person.id(), role);
            record(Act.ROLE_REVOKED, actor, named(person) + " is no longer " + Wording.of(role));
            return role;
        });
    }

    /// Does what shuts a person out, unless they are the last administrator. The check and what follows are under the
    /// lock under which roles change: two administrators do not shut each other out at once. Throws
    /// [LastAdministrator].
    synchronized <T> T whileAnotherAdministers(PersonId person, Supplier<T> act) {
        return database.done(() -> {
            accounts.checkAnotherAdministrator(person);
            return act.get();
        });
    }

    /// Turns the reading roles of a person whose password is made anew into asked ones: whoever holds the link could be
    /// the administrator.
    synchronized void askAnew(Actor actor, Account person) {
        person.roles().stream().filter(Role::readsMail).forEach(role -> {
            revoke(actor, person, role);
            ask(actor, accounts.find(person.id()), role);
        });
    }

    /// The first counsel's role is accepted by using the invitation.
    synchronized void acceptIfFirstCounsel(Actor person) {
        grants.of(person.person()).stream()
                .filter(grant -> grant.isWaiting() && isAcceptedBy(person.person(), grant))
                .forEach(grant -> confirm(person, grant));
    }

    List<Grant> waiting() {
        return grants.waiting();
    }

    Optional<Grant> find(long id) {
        return grants.find(id);
    }

    /// Whether this person's confirmation would be taken.
    boolean mayConfirm(Actor actor, Grant grant) {
        return grant.isWaiting() && (isSecondPerson(actor, grant) || isAcceptedBy(actor.person(), grant));
    }

    private Grant give(Actor actor, Grant grant, Grant.Decision decision, String what) {
        grants.decide(grant, decision, actor.person(), now());
        accounts.giveRole(grant.person(), grant.role());
        record(Act.ROLE_GRANTED, actor, what);
        return again(grant);
    }

    private static boolean isSecondPerson(Actor actor, Grant grant) {
        return actor.is(Role.COUNSEL)
                && !actor.person().equals(grant.askedBy())
                && !actor.person().equals(grant.person());
    }

    private static void checkSecondPerson(Actor actor, Grant grant) {
        if (isSecondPerson(actor, grant)) return;
        if (!actor.is(Role.COUNSEL))
            throw new SecondPersonNeeded("Only counsel confirms a role that reads mail. Ask counsel to do it.");
        throw new SecondPersonNeeded("You asked for this role or it is your own. Another counsel must confirm it.");
    }

    private boolean isAcceptedBy(PersonId person, Grant grant) {
        return acceptableFrom(person, grant)
                .filter(from -> !now().isBefore(from))
                .isPresent();
    }

    /// From when on this person, who did not ask for it, may accept the grant: at once as the first
    /// counsel; as the next one, if every earlier one is gone, after a wait in which everybody
    /// could see it. Empty for everybody else.
    Optional<Instant> acceptableFrom(PersonId person, Grant grant) {
        boolean isTheirs = grant.role() == Role.COUNSEL
                && grant.person().equals(person)
                && !grant.askedBy().equals(person);
        if (!isTheirs || accounts.isAnyoneActive(Role.COUNSEL)) return Optional.empty();
        return Optional.of(grants.hasEverBeenCounsel() ? grant.askedAt().plus(SUCCESSION_WAIT) : grant.askedAt());
    }

    private Grant again(Grant grant) {
        return grants.find(grant.id()).orElseThrow();
    }

    private static String named(Account person) {
        return person.name() + " <" + person.email() + ">";
    }

    private Instant now() {
        return clock.instant();
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
