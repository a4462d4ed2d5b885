package org.muniment.singlesignon;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.people.DirectoryIdentities;
import org.muniment.people.GroupRoles;
import org.muniment.people.OtherWaysIn;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.people.Proof;
import org.springframework.stereotype.Component;

/// This is whom somebody vouched for is here, and how far they get. The directory's subject
/// decides; an address only the first time, for an account that has no subject yet. An account that
/// has a second factor here is asked for its code that first time, so that an entry in the
/// directory under somebody's address does not become them. An account without one loses its
/// password then: it may be another's. Nobody is made from the directory: an administrator invites
/// first.
@Component
class Arrivals {
    private final People people;
    private final DirectoryIdentities identities;
    private final GroupRoles groups;
    private final OtherWaysIn ways;
    private final SettingsTable table;
    private final AuditTrail trail;

    Arrivals(
            People people,
            DirectoryIdentities identities,
            GroupRoles groups,
            OtherWaysIn ways,
            SettingsTable table,
            AuditTrail trail) {
        this.people = people;
        this.identities = identities;
        this.groups = groups;
        this.ways = ways;
        this.table = table;
        this.trail = trail;
    }

    /// Throws [ProviderDoesNotVouch] if it is nobody who may come in so.
    void letIn(HttpServletRequest request, VouchedPerson vouched, SavedSettings saved) {
        Optional<Person> known =
                identities.personOf(vouched.issuer(), vouched.subject()).flatMap(people::byId);
        Person person = known.orElseGet(() -> byAddress(vouched));
        String from = request.getRemoteAddr();
        boolean hasNoCode = !ways.hasSecondFactor(person);
        Proof proof = new Proof(
                "over the city’s directory",
                () -> settle(person.id(), vouched, saved, from, hasNoCode),
                () -> table.isInForce(saved.version()));
        boolean isSure = known.isPresent() || hasNoCode;
        if (isSure && vouched.hadTwoFactors()) ways.asByBoth(request, person, proof);
        else ways.asByPassword(request, person, proof);
    }

    private Person byAddress(VouchedPerson vouched) {
        if (vouched.email().isBlank())
            throw new ProviderDoesNotVouch("the directory says no address that it verified, and the subject is new");
        Person person = people.byEmail(vouched.email())
                .orElseThrow(() -> new ProviderDoesNotVouch("nobody here has the address that the directory says"));
        if (identities.isBound(person.id(), vouched.issuer()))
            throw new ProviderDoesNotVouch(
                    person.email() + " is bound to somebody else in the directory; a reset of the account unbinds it");
        return person;
    }

    // Says whether all the person's sessions were ended.
    private boolean settle(PersonId id, VouchedPerson vouched, SavedSettings saved, String from, boolean hadNoCode) {
        Person person = people.byId(id).orElseThrow();
        Actor actor = new Actor(person.id(), person.name(), person.roles(), Set.of(), from);
        return groups.alone(() -> {
            if (!table.isInForce(saved.version())) throw new SignInNeeded();
            boolean isNew =
                    identities.personOf(vouched.issuer(), vouched.subject()).isEmpty();
            if (isNew) bind(person, vouched, actor, hadNoCode);
            saved.confirmation()
                    .map(confirmed -> new GroupRoles.Deciders(saved.savedBy(), confirmed.by()))
                    .ifPresent(deciders -> groups.hold(actor, saved.settings().rolesOf(vouched.groups()), deciders));
            return isNew && hadNoCode;
        });
    }

    // Where no code was asked, whoever made the invitation may have set a password: it goes, with all sessions.
    private void bind(Person person, VouchedPerson vouched, Actor actor, boolean withoutCode) {
        identities.bind(person.id(), vouched.issuer(), vouched.subject());
        boolean hadPassword = withoutCode && ways.forgetPassword(person);
        String what = person.name() + " <" + person.email() + "> was bound to the subject “" + vouched.subject()
                + "” of " + vouched.issuer()
                + (hadPassword ? "; the password that was set before, without a second factor, is removed" : "");
        trail.record(new AuditEntry(Act.ACCOUNT_CHANGED, actor, Optional.empty(), what, List.of()));
    }
}
