package org.muniment.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what people do with their own tokens. What is done and its audit entry are one transaction.
@Component
class TokenDesk {
    private static final int SECRET_BITS = 160;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int WORKING_MAX = 20;

    private final WorkflowDatabase database;
    private final PersonalTokens tokens;
    private final Grants grants;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final ZoneId zone;

    TokenDesk(
            WorkflowDatabase database,
            PersonalTokens tokens,
            Grants grants,
            AuditTrail trail,
            InstantSource clock,
            ZoneId zone) {
        this.database = database;
        this.tokens = tokens;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    List<PersonalToken> mine(Actor actor) {
        return tokens.of(actor.person());
    }

    MyTokenController.TokenMade make(MyTokenController.TokenForm form, Actor actor) {
        PersonalToken asked = checked(form, actor);
        Secret secret = Secret.fresh(PersonalToken.PREFIX, SECRET_BITS);
        return database.done(() -> {
            PersonalToken made = tokens.add(actor.person(), asked, secret);
            record(
                    Act.TOKEN_MADE,
                    actor,
                    "Token “" + made.name() + "” made for " + named(made) + " until " + made.endsOn());
            return new MyTokenController.TokenMade(made, secret.text());
        });
    }

    void revoke(long id, Actor actor) {
        database.done(() -> {
            PersonalToken revoked = tokens.revoke(actor.person(), id, clock.instant());
            record(Act.TOKEN_REVOKED, actor, "Token “" + revoked.name() + "” revoked");
            return revoked;
        });
    }

    private PersonalToken checked(MyTokenController.TokenForm form, Actor actor) {
        String name = form.name().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX)
            throw new EntryIsWrong("Name the program that will use the token, in 1 to 100 characters.");
        if (form.scopes().isEmpty()) throw new EntryIsWrong("Choose at least one thing the token may do.");
        Set<Role> roles = grants.byHand(actor.person(), actor.roles());
        form.scopes().stream()
                .filter(scope -> roles.stream().noneMatch(scope::leaves))
                .findFirst()
                .ifPresent(scope -> {
                    throw new ScopeIsNotYours(scope);
                });
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (form.endsOn().isBefore(today) || form.endsOn().isAfter(today.plusYears(1)))
            throw new EntryIsWrong(
                    "Choose a last day between today and a year from today, " + today.plusYears(1) + ".");
        if (tokens.of(actor.person()).stream()
                        .filter(token -> token.works(today))
                        .count()
                >= WORKING_MAX)
            throw new EntryIsWrong("You have " + WORKING_MAX + " working tokens. Revoke one you no longer need.");
        List<TokenScope> scopes = List.copyOf(new TreeSet<>(form.scopes()));
        return new PersonalToken(0, name, scopes, clock.instant(), form.endsOn(), Optional.empty(), Optional.empty());
    }

    private static String named(PersonalToken token) {
        return token.scopes().stream().map(TokenScope::text).collect(Collectors.joining(", "));
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
