package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The people over HTTP, for administrators; auditors may look.
@RestController
@Allowed(Role.ADMINISTRATOR)
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleController {
    private static final String ONE = "/{id:\\d{1,18}}";

    private final PeopleDesk desk;
    private final Accounts accounts;
    private final Administration administration;
    private final RoleGiving roles;
    private final InstantSource clock;
    private final ZoneId zone;

    PeopleController(
            PeopleDesk desk,
            Accounts accounts,
            Administration administration,
            RoleGiving roles,
            InstantSource clock,
            ZoneId zone) {
        this.desk = desk;
        this.accounts = accounts;
        this.administration = administration;
        this.roles = roles;
        this.clock = clock;
        this.zone = zone;
    }

    /// The form of an invitation.
    record InvitationForm(String name, String email, Set<Role> roles, Set<Long> departments) {}

    /// A link made for a person. `link` is the address within this server, to be handed over now: it is not shown
    /// again.
    record LinkMade(long person, String link, Instant expiresAt) {
        static LinkMade of(Account person, OneTimeLinks.Made made) {
            return new LinkMade(
                    person.id().number(), "/invitation#" + made.secret().text(), made.expiresAt());
        }
    }

    record RoleForm(Role role) {}

    record LeavingForm(LocalDate on) {}

    record DepartmentsForm(Set<Long> departments) {}

    /// By name. `after` is the `next` of the page before; `q` is a part of a name or address.
    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    PeopleDesk.PeoplePage people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<Role> role,
            @RequestParam Optional<Account.State> state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return desk.people(new PeopleDesk.Filter(q, role, state), after, Math.clamp(limit, 1, 200));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LinkMade invite(@RequestBody InvitationForm form, Actor actor) {
        var invited = administration.invite(
                actor, form.name(), new EmailAddress(form.email()), form.roles(), form.departments());
        return LinkMade.of(invited.person(), invited.link());
    }

    @GetMapping(ONE)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    PersonView person(@PathVariable long id, Actor actor) {
        return desk.person(account(id), actor);
    }

    @PostMapping(ONE + "/invitation")
    LinkMade inviteAgain(@PathVariable long id, Actor actor) {
        Account person = account(id);
        return LinkMade.of(person, administration.inviteAgain(actor, person));
    }

    @PostMapping(ONE + "/reset")
    LinkMade reset(@PathVariable long id, Actor actor) {
        Account person = account(id);
        return LinkMade.of(person, administration.reset(actor, person));
    }

    @PostMapping(ONE + "/disable")
    PersonView disable(@PathVariable long id, Actor actor) {
        administration.disable(actor, account(id));
        return desk.person(account(id), actor);
    }

    @PostMapping(ONE + "/enable")
    PersonView enable(@PathVariable long id, Actor actor) {
        administration.enable(actor, account(id));
        return desk.person(account(id), actor);
    }

    @PutMapping(ONE + "/leaving")
    PersonView leaves(@PathVariable long id, @RequestBody LeavingForm form, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (form.on().isBefore(today.minusYears(5)) || form.on().isAfter(today.plusYears(5)))
            throw new EntryIsWrong("Choose a day within five years of today.");
        administration.leaves(actor, account(id), form.on());
        return desk.person(account(id), actor);
    }

    @PutMapping(ONE + "/departments")
    PersonView limit(@PathVariable long id, @RequestBody DepartmentsForm form, Actor actor) {
        administration.limit(actor, account(id), form.departments());
        return desk.person(account(id), actor);
    }

    /// Asks for a role; one that reads mail waits for counsel.
    @PostMapping(ONE + "/roles")
    PersonView ask(@PathVariable long id, @RequestBody RoleForm form, Actor actor) {
        roles.ask(actor, account(id), form.role());
        return desk.person(account(id), actor);
    }

    @DeleteMapping(ONE + "/roles/{role}")
    PersonView revoke(@PathVariable long id, @PathVariable Role role, Actor actor) {
        roles.revoke(actor, account(id), role);
        return desk.person(account(id), actor);
    }

    /// Revokes every token of the person.
    @DeleteMapping(ONE + "/tokens")
    PersonView revokeTokens(@PathVariable long id, Actor actor) {
        administration.revokeTokens(actor, account(id));
        return desk.person(account(id), actor);
    }

    private Account account(long id) {
        return accounts.find(new PersonId(id));
    }
}
