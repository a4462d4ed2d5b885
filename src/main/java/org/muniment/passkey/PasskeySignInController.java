package org.muniment.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Base64;
import org.muniment.access.Allowed;
import org.muniment.people.OtherWaysIn;
import org.muniment.people.People;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in with a passkey over HTTP.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
@RequestMapping("/api/session/passkey")
class PasskeySignInController {
    private final Passkeys passkeys;
    private final People people;
    private final OtherWaysIn ways;
    private final InstantSource clock;
    private final Ceremony ceremony = new Ceremony();

    PasskeySignInController(Passkeys passkeys, People people, OtherWaysIn ways, InstantSource clock) {
        this.passkeys = passkeys;
        this.people = people;
        this.ways = ways;
        this.clock = clock;
    }

    /// What the browser hands to `navigator.credentials.get`.
    record PasskeyChallenge(String challenge, String rpId, String userVerification, long timeout) {}

    /// What `navigator.credentials.get` gave, as JSON in text.
    record PasskeyAnswer(String credential) {}

    @PostMapping(path = "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    PasskeyChallenge challenge(HttpServletRequest request) {
        ways.check(request);
        byte[] challenge = Challenge.fresh(Challenge.Use.SIGNING_IN, request, clock.instant())
                .bytes();
        return new PasskeyChallenge(
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                Sites.of(request).name(),
                "required",
                120_000);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody PasskeyAnswer answered, HttpServletRequest request) {
        ways.check(request);
        try {
            byte[] challenge = Challenge.taken(Challenge.Use.SIGNING_IN, request, clock.instant())
                    .bytes();
            Ceremony.Answer answer = ceremony.answered(answered.credential(), Sites.of(request), challenge, passkeys);
            passkeys.used(answer.passkey(), answer.signCount(), answer.isBackedUp());
            ways.asByBoth(
                    request,
                    people.byId(answer.passkey().person()).orElseThrow(),
                    "with the passkey \"" + answer.passkey().label() + "\"");
        } catch (PasskeyIsRefused refused) {
            throw ways.refused(request, "A passkey was refused: " + refused.getMessage());
        }
    }
}
