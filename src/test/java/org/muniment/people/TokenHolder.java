package org.muniment.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;

/// This is a person with one role and one token, for the tests of other packages.
public record TokenHolder(Person person, String token) {
    public static TokenHolder in(
            WorkflowDatabase database, InstantSource clock, String email, Role role, TokenScope... scopes) {
        People people = new People(database, clock);
        Person person = people.add(email.replaceAll("@.*", ""), email);
        people.giveRole(person.id(), role);
        new Passwords(database, clock).set(person, "seven gulls over the harbor");
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        PersonalToken token = new PersonalToken(
                0, "a program", List.of(scopes), clock.instant(), tomorrow, Optional.empty(), Optional.empty());
        Secret secret = Secret.fresh(PersonalToken.PREFIX, 160);
        new PersonalTokens(database).add(person.id(), token, secret);
        return new TokenHolder(person, secret.text());
    }
}
