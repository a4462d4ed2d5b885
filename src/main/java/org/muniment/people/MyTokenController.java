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
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own tokens over HTTP. A token cannot come here: only a person makes tokens.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class MyTokenController {
    private static final int SECRET_BITS = 160;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int WORKING_MAX = 20;

    private final PersonalTokens tokens;
    private final Grants grants;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final ZoneId zone;

    MyTokenController(PersonalTokens tokens, Grants grants, AuditTrail trail, InstantSource clock, ZoneId zone) {
        this.tokens = tokens;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    /// What is written on the form.
    record TokenForm(String name, Set<TokenScope> scopes, LocalDate endsOn) {}

    /// A token just made; `secret` is what the program sends, shown now and never again.
    record TokenMade(PersonalToken token, String secret) {}

    @GetMapping
    List<PersonalToken> mine(Actor actor) {
        return tokens.of(actor.person());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenMade make(@RequestBody TokenForm form, Actor actor) {
        PersonalToken asked = checked(form, actor);
        Secret secret = Secret.fresh(PersonalToken.PREFIX, SECRET_BITS);
        PersonalToken made = tokens.add(actor.person(), asked, secret);
        record(
                Act.TOKEN_MADE,
                actor,
                "Token “" + made.name() + "” made for " + named(made) + " until " + made.endsOn());
        return new TokenMade(made, secret.text());
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Actor actor) {
        PersonalToken revoked = tokens.revoke(actor.person(), id, clock.instant());
        record(Act.TOKEN_REVOKED, actor, "Token “" + revoked.name() + "” revoked");
    }

    private PersonalToken checked(TokenForm form, Actor actor) {
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
