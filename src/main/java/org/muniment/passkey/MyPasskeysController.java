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
import org.muniment.people.PasswordAgain;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own passkeys over HTTP. Adding one asks for the password again: whoever finds a browser
/// signed in must not make a key of their own to the account.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
class MyPasskeysController {
    private static final String ONE = "/{id:[A-Za-z0-9_-]{1,1400}}";

    private final Passkeys passkeys;
    private final People people;
    private final PasswordAgain password;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Ceremony ceremony = new Ceremony();

    MyPasskeysController(
            Passkeys passkeys, People people, PasswordAgain password, AuditTrail trail, InstantSource clock) {
        this.passkeys = passkeys;
        this.people = people;
        this.password = password;
        this.trail = trail;
        this.clock = clock;
    }

    /// A passkey as its person sees it.
    record PasskeyLine(String id, String label, Instant madeAt, Optional<Instant> lastUsedAt, boolean isBackedUp) {}

    /// The password again, before a passkey is added.
    record AddPasskeyForm(String password) {
        @Override
        public String toString() {
            return "AddPasskeyForm[…]";
        }
    }

    /// What `navigator.credentials.create` needs to know.
    record NewPasskeyChallenge(
            String challenge, String rpId, String userId, String name, List<Long> algorithms, List<String> known) {}

    /// What `navigator.credentials.create` gave, as JSON in text, and the person's name for the device.
    record NewPasskey(String label, String credential) {}

    /// Another name for the device.
    record PasskeyName(String label) {}

    @GetMapping
    List<PasskeyLine> mine(Actor actor) {
        return passkeys.of(actor.person()).stream()
                .map(key -> new PasskeyLine(
                        id(key.credential()), key.label(), key.madeAt(), key.lastUsedAt(), key.isBackedUp()))
                .toList();
    }

    @PostMapping("/challenge")
    NewPasskeyChallenge challenge(@RequestBody AddPasskeyForm form, Actor actor, HttpServletRequest request) {
        password.ask(request, form.password());
        List<Passkey> known = passkeys.of(actor.person());
        if (known.size() >= Passkeys.MAX_OF_ONE_PERSON) throw new TooManyPasskeys();
        Person person = people.byId(actor.person()).orElseThrow(PasskeyDoesNotWork::new);
        return new NewPasskeyChallenge(
                id(Challenge.fresh(Challenge.Use.ADDING, request, clock.instant())
                        .bytes()),
                Sites.of(request).name(),
                id(person.id().toString().getBytes(StandardCharsets.UTF_8)),
                person.email(),
                Ceremony.ALGORITHMS.stream()
                        .map(algorithm -> algorithm.getValue())
                        .toList(),
                known.stream().map(key -> id(key.credential())).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody NewPasskey made, Actor actor, HttpServletRequest request) {
        if (passkeys.of(actor.person()).size() >= Passkeys.MAX_OF_ONE_PERSON) throw new TooManyPasskeys();
        try {
            byte[] challenge = Challenge.taken(Challenge.Use.ADDING, request, clock.instant())
                    .bytes();
            Passkey passkey = ceremony.registered(
                    made.credential(),
                    Sites.of(request),
                    challenge,
                    actor.person(),
                    label(made.label()),
                    clock.instant());
            record(actor, "added the passkey \"" + passkey.label() + "\"");
            passkeys.add(passkey);
        } catch (PasskeyIsRefused | DuplicateKeyException refused) {
            throw new PasskeyDoesNotWork();
        }
    }

    @PutMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable String id, @RequestBody PasskeyName form, Actor actor) {
        Passkey passkey = one(actor, id);
        String label = label(form.label());
        record(actor, "named the passkey \"" + passkey.label() + "\" anew: \"" + label + "\"");
        passkeys.rename(actor.person(), passkey.credential(), label);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Actor actor) {
        Passkey passkey = one(actor, id);
        record(actor, "removed the passkey \"" + passkey.label() + "\"");
        passkeys.remove(actor.person(), passkey.credential());
    }

    private Passkey one(Actor actor, String id) {
        return passkeys.of(actor.person()).stream()
                .filter(key -> id(key.credential()).equals(id))
                .findFirst()
                .orElseThrow(PasskeyIsNotThere::new);
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.ACCOUNT_CHANGED, actor, Optional.empty(), what, List.of()));
    }

    private static String label(String typed) {
        String label = typed.strip();
        if (label.isEmpty()) return "Passkey";
        return label.substring(0, Math.min(label.length(), Passkey.LABEL_LENGTH_MAX));
    }

    private static String id(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
