package org.muniment.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the beginning of a folder without people: a link, printed where the server was started, makes whoever opens
/// it the first administrator. There is no password that everybody knows.
@Component
public class SetUp {
    private static final Duration LIFE = Duration.ofHours(24);

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final People people;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final InstantSource clock;

    SetUp(WorkflowDatabase database, People people, Passwords passwords, AuditTrail trail, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.people = people;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /// A new link's path, if the folder has no people; earlier links stop working. The secret stands behind `#`, which
    /// no browser sends and no log holds.
    public Optional<String> freshLink() {
        if (!people.isEmpty()) return Optional.empty();
        String secret = Secrets.token();
        database.done(() -> {
            sql.sql("DELETE FROM set_up_link").update();
            return sql.sql("INSERT INTO set_up_link (hash, expires_at) VALUES (:hash, :until)")
                    .param("hash", Secrets.hash(secret))
                    .param("until", Columns.utc(clock.instant().plus(LIFE)))
                    .update();
        });
        return Optional.of("/set-up#" + secret);
    }

    /// Makes the first administrator and uses the link up; all of it or nothing. Throws [SetUpLinkDoesNotWork],
    /// [PasswordIsWeak], [NameIsMissing].
    Person firstAdministrator(String secret, String name, String email, String password, String from) {
        checkLink(secret);
        if (name.isBlank()
                || name.length() > Person.NAME_LENGTH_MAX
                || !email.strip().matches("[^\\s@]+@[^\\s@]+")
                || email.length() > Person.EMAIL_LENGTH_MAX) throw new NameIsMissing();
        passwords.checkStrength(name, email, password);
        return database.done(() -> {
            int used = sql.sql("DELETE FROM set_up_link WHERE hash = :hash")
                    .param("hash", Secrets.hash(secret))
                    .update();
            if (used != 1 || !people.isEmpty()) throw new SetUpLinkDoesNotWork();
            Person first = people.add(name, email);
            people.giveRole(first.id(), Role.ADMINISTRATOR);
            passwords.set(first, password);
            Person now = people.byId(first.id()).orElseThrow();
            Actor actor = new Actor(now.id(), now.name(), now.roles(), Set.of(), from);
            String what = "The archive was set up; " + now.name() + " is its first administrator";
            trail.record(new AuditEntry(Act.SET_UP, actor, Optional.empty(), what, List.of()));
            return now;
        });
    }

    private void checkLink(String secret) {
        boolean works = sql.sql("SELECT COUNT(*) FROM set_up_link WHERE hash = :hash AND expires_at > :now")
                        .param("hash", Secrets.hash(secret))
                        .param("now", Columns.utc(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 1;
        if (!works || !people.isEmpty()) throw new SetUpLinkDoesNotWork();
    }
}
