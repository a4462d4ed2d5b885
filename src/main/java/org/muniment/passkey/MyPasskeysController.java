package org.muniment.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.springframework.dao.DuplicateKeyException;
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

/// One's own passkeys over HTTP.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
class MyPasskeysController {
    private final Passkeys passkeys;
    private final People people;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Ceremony ceremony = new Ceremony();

    MyPasskeysController(Passkeys passkeys, People people, AuditTrail trail, InstantSource clock) {
        this.passkeys = passkeys;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /// A passkey as its person sees it.
    record PasskeyLine(String id, String label, Instant madeAt, Optional<Instant> lastUsedAt, boolean isBackedUp) {}

    /// What `navigator.credentials.create` needs to know.
    record Asked(
            String challenge, String rpId, String userId, String name, List<Long> algorithms, List<String> known) {}

    /// What `navigator.credentials.create` gave, as JSON in text, and the person's name for the device.
    record Made(String label, String credential) {}

    @GetMapping
    List<PasskeyLine> mine(Actor actor) {
        return passkeys.of(actor.person()).stream()
                .map(key -> new PasskeyLine(
                        id(key.credential()), key.label(), key.madeAt(), key.lastUsedAt(), key.isBackedUp()))
                .toList();
    }

    @PostMapping("/challenge")
    Asked challenge(Actor actor, HttpServletRequest request) {
        Person person = people.byId(actor.person()).orElseThrow(PasskeyDoesNotWork::new);
        return new Asked(
                id(Challenge.fresh(request, clock.instant()).bytes()),
                Sites.of(request).name(),
                id(person.id().toString().getBytes(StandardCharsets.UTF_8)),
                person.email(),
                Ceremony.ALGORITHMS.stream()
                        .map(algorithm -> algorithm.getValue())
                        .toList(),
                passkeys.of(actor.person()).stream()
                        .map(key -> id(key.credential()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody Made made, Actor actor, HttpServletRequest request) {
        if (passkeys.of(actor.person()).size() >= Passkeys.MAX_OF_ONE_PERSON) throw new PasskeyDoesNotWork();
        try {
            byte[] challenge = Challenge.taken(request, clock.instant()).bytes();
            Passkey passkey = ceremony.registered(
                    made.credential(), Sites.of(request), challenge, actor.person(), labelIn(made), clock.instant());
            record(actor, "added the passkey \"" + passkey.label() + "\"");
            passkeys.add(passkey);
        } catch (PasskeyIsRefused | DuplicateKeyException refused) {
            throw new PasskeyDoesNotWork();
        }
    }

    @DeleteMapping("/{id:[A-Za-z0-9_-]{1,1400}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Actor actor) {
        record(actor, "removed a passkey");
        passkeys.remove(actor.person(), Base64.getUrlDecoder().decode(id));
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.ACCOUNT_CHANGED, actor, Optional.empty(), what, List.of()));
    }

    private static String labelIn(Made made) {
        String label = made.label() == null ? "" : made.label().strip();
        if (label.isEmpty()) return "Passkey";
        return label.substring(0, Math.min(label.length(), Passkey.LABEL_LENGTH_MAX));
    }

    private static String id(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
