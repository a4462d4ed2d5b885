package org.muniment.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.access.Tokens;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where a program shows its person's token: over HTTP, or at the operator's tool.
@Component
public final class TokenSignIn implements Tokens {
    private final PersonalTokens tokens;
    private final Accounts accounts;
    private final Grants grants;
    private final Departments departments;
    private final Policies policies;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final ZoneId zone;

    TokenSignIn(
            PersonalTokens tokens,
            Accounts accounts,
            Grants grants,
            Departments departments,
            Policies policies,
            AuditTrail trail,
            InstantSource clock,
            ZoneId zone) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.grants = grants;
        this.departments = departments;
        this.policies = policies;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    /// The same outside the server: at the operator's tool.
    public static TokenSignIn in(WorkflowDatabase database, AuditTrail trail, InstantSource clock, ZoneId zone) {
        People people = new People(database, clock);
        return new TokenSignIn(
                new PersonalTokens(database),
                new Accounts(people, new Passwords(database, clock), new SecondFactors(database, clock), database),
                new Grants(database),
                new Departments(database),
                new Policies(database),
                trail,
                clock,
                zone);
    }

    /// Whoever holds a token that works.
    ///
    /// @param actor the person, with those roles only that the scopes leave
    public record Holder(Actor actor, Set<TokenScope> scopes) {}

    /// A token is no word of the city's directory: roles that its groups gave do not come with it. Throws
    /// [TokenDoesNotWork]: for a token that is unknown, revoked, over or of somebody who may not sign in.
    ///
    /// @param from as [Actor#from]
    public Holder signIn(String token, String from) {
        PersonalTokens.Owned owned = tokens.with(new Secret(token)).orElseThrow(TokenDoesNotWork::new);
        Account person = accounts.find(owned.person());
        Set<TokenScope> scopes = Set.copyOf(owned.token().scopes());
        Set<Role> roles = grants.byHand(person.id(), person.roles()).stream()
                .filter(role -> scopes.stream().anyMatch(scope -> scope.leaves(role)))
                .collect(Collectors.toSet());
        Actor actor = new Actor(person.id(), person.name(), roles, departments.of(person.id()), from);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean works = owned.token().works(today) && person.state(today) == Account.State.ACTIVE;
        if (!works) throw refused(actor, owned.token(), new TokenDoesNotWork());
        if (policies.isDue(person.id())) throw refused(actor, owned.token(), TokenDoesNotWork.untilAcknowledged());
        tokens.used(owned.token(), clock.instant());
        return new Holder(actor, scopes);
    }

    /// For the operator's tool, which shows mail: a token without `read:mail` reads nothing there.
    @Override
    public Optional<Actor> actorOf(String token, String from) {
        try {
            Holder holder = signIn(token, from);
            boolean mayRead = holder.scopes().contains(TokenScope.READ_MAIL);
            return Optional.of(holder.actor()).filter(actor -> mayRead || !actor.readsMail());
        } catch (TokenDoesNotWork nobody) {
            return Optional.empty();
        }
    }

    private TokenDoesNotWork refused(Actor actor, PersonalToken token, TokenDoesNotWork refusal) {
        String what = "Token “" + token.name() + "” refused";
        trail.record(new AuditEntry(Act.SIGN_IN_FAILED, actor, Optional.empty(), what, List.of()));
        return refusal;
    }
}
