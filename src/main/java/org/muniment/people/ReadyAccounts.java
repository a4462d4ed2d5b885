package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This makes people who can sign in at once, for a demonstration: password and second factor are made for them,
/// and are as strong as anybody's. A city's own people are invited instead, and choose both themselves.
@Component
public class ReadyAccounts {
    private final WorkflowDatabase database;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final AuditTrail trail;
    private final InstantSource clock;

    ReadyAccounts(
            WorkflowDatabase database,
            People people,
            Passwords passwords,
            SecondFactors factors,
            AuditTrail trail,
            InstantSource clock) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is shown once.
    ///
    /// @param appKey for an authenticator app, or [#codeNow]
    public record Ready(Person person, String password, String appKey, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Ready[" + person.id() + ", …]";
        }
    }

    public Ready make(String name, String email, Role role) {
        String password = random();
        byte[] secret = Secrets.bytes(Totp.SECRET_SIZE_BYTES);
        return database.done(() -> {
            Person person = people.add(name, email);
            people.giveRole(person.id(), role);
            passwords.set(person, password);
            // A code of the last step, so that the one on the newcomer's screen is still good.
            String code = Totp.code(secret, clock.instant().minusSeconds(30));
            Optional<List<String>> codes = factors.enrol(person.id(), secret, code);
            String what = name + " was made for the demonstration, as " + role;
            var operator = new Actor(PersonId.OPERATOR, "operator", Set.of(), Set.of(), "serve --demo");
            trail.record(new AuditEntry(Act.SET_UP, operator, Optional.empty(), what, List.of()));
            return new Ready(
                    people.byId(person.id()).orElseThrow(), password, Secrets.base32(secret), codes.orElseThrow());
        });
    }

    /// Returns what an authenticator app with this key would show.
    public static String codeNow(String appKey, Instant now) {
        return Totp.code(Secrets.fromBase32(appKey), now);
    }

    private static String random() {
        return Secrets.base32(Secrets.bytes(10)).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }
}
