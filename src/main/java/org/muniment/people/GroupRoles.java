package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how groups of the city's directory become roles. They hold as long as the directory says so at every
/// sign-in, and count only in sessions that came over it. Roles given by hand are neither given nor taken here.
@Component
public final class GroupRoles {
    private static final String BY_GROUPS = "by the directory's groups";

    private final WorkflowDatabase database;
    private final Accounts accounts;
    private final Grants grants;
    private final RoleGiving byHand;
    private final AuditTrail trail;
    private final InstantSource clock;

    GroupRoles(
            WorkflowDatabase database,
            Accounts accounts,
            Grants grants,
            RoleGiving byHand,
            AuditTrail trail,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.grants = grants;
        this.byHand = byHand;
        this.trail = trail;
        this.clock = clock;
    }

    /// The two people who decided what a person's groups mean: they stand behind every role given so.
    public record Deciders(PersonId setBy, PersonId confirmedBy) {
        boolean include(PersonId person) {
            return setBy.equals(person) || confirmedBy.equals(person);
        }
    }

    /// Gives the roles that a person's groups mean and takes those that they no longer mean. What would contradict
    /// another role, or would be given by the person to themselves, is not given, and that is written down.
    public void hold(Actor person, Set<Role> meant, Deciders deciders) {
        synchronized (byHand) {
            database.done(() -> {
                byGroups(person.person()).stream()
                        .filter(grant -> !meant.contains(grant.role()))
                        .forEach(grant -> take(person, grant));
                new TreeSet<>(meant).forEach(role -> give(person, role, deciders));
                return meant;
            });
        }
    }

    /// Does something that nobody's roles and no sign-in over the directory may cross.
    public <T> T alone(Supplier<T> work) {
        synchronized (byHand) {
            return database.done(work);
        }
    }

    /// Takes all that groups gave, from everybody: what they mean is no longer in force. Throws
    /// [NobodyWouldAdminister].
    public void endAll(Actor by) {
        alone(() -> {
            if (accounts.standingAdministrators().isEmpty()) throw new NobodyWouldAdminister();
            for (Grant grant : grants.byGroups()) {
                grants.revoke(grant, by.person(), now());
                accounts.takeRole(grant.person(), grant.role());
                record(Act.ROLE_REVOKED, by, accounts.nameOf(grant.person()), "no longer", grant.role(), BY_GROUPS);
            }
            return by;
        });
    }

    private void take(Actor person, Grant grant) {
        try {
            if (grant.role() == Role.ADMINISTRATOR) accounts.checkAnotherAdministrator(person.person());
            grants.revoke(grant, PersonId.OPERATOR, now());
            accounts.takeRole(person.person(), grant.role());
            record(Act.ROLE_REVOKED, person, "no longer", grant.role(), BY_GROUPS);
        } catch (LastAdministrator refusal) {
            record(Act.REFUSED, person, "still", grant.role(), "though no group says so: there is no other");
        }
    }

    private void give(Actor person, Role role, Deciders deciders) {
        Set<Role> others = EnumSet.noneOf(Role.class);
        others.addAll(accounts.find(person.person()).roles());
        grants.of(person.person()).stream().filter(Grant::isWaiting).forEach(grant -> others.add(grant.role()));
        if (others.contains(role)) return;
        if (deciders.include(person.person())) {
            record(Act.REFUSED, person, "not made", role, "by the directory's groups, which they set or confirmed");
            return;
        }
        try {
            RolesDoNotGoTogether.check(role, others);
            Grant asked = grants.ask(person.person(), role, deciders.setBy(), now());
            grants.decide(asked, Grant.Decision.GIVEN_BY_GROUP, deciders.confirmedBy(), now());
            accounts.giveRole(person.person(), role);
            record(Act.ROLE_GRANTED, person, "now", role, BY_GROUPS);
        } catch (RolesDoNotGoTogether refusal) {
            record(Act.REFUSED, person, "not made", role, "by the directory's groups: another role contradicts it");
        }
    }

    private List<Grant> byGroups(PersonId person) {
        return grants.byGroups().stream()
                .filter(grant -> grant.person().equals(person))
                .toList();
    }

    private void record(Act act, Actor person, String how, Role role, String why) {
        record(act, person, person.name(), how, role, why);
    }

    private void record(Act act, Actor by, String name, String how, Role role, String why) {
        String what = name + " is " + how + " " + Wording.of(role) + " " + why;
        trail.record(new AuditEntry(act, by, Optional.empty(), what, List.of()));
    }

    private Instant now() {
        return clock.instant();
    }
}
