package org.muniment.singlesignon;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.people.OtherWaysIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in over the city's directory, over HTTP. The directory sends the browser back to a page,
/// which hands over what the address said by a request of its own: a GET changes nothing, and the
/// cookie stays SameSite=Strict.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
@RequestMapping("/api/session/single-sign-on")
class SingleSignOnController {
    private static final int SAID_LENGTH_MAX = 4_096;

    private final Directory directory;
    private final Arrivals arrivals;
    private final OtherWaysIn ways;
    private final InstantSource clock;

    SingleSignOnController(Directory directory, Arrivals arrivals, OtherWaysIn ways, InstantSource clock) {
        this.directory = directory;
        this.arrivals = arrivals;
        this.ways = ways;
        this.clock = clock;
    }

    /// Where the browser goes to be known.
    record Departure(String address) {}

    /// What the address said with which the directory sent the browser back.
    ///
    /// @param iss who sends it (RFC 9207), if it says so
    /// @param error instead of a code
    record Arrival(String state, Optional<String> code, Optional<String> iss, Optional<String> error) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }

    @PostMapping(path = "/departure", produces = MediaType.APPLICATION_JSON_VALUE)
    Departure depart(HttpServletRequest request) {
        ways.check(request);
        Provider provider = directory.provider();
        SignInAttempt attempt = SignInAttempt.begun(provider.saved().version(), clock.instant());
        attempt.keep(request);
        return new Departure(provider.addressFor(attempt).toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrive(@RequestBody Arrival arrival, HttpServletRequest request) {
        ways.check(request);
        try {
            SignInAttempt attempt = SignInAttempt.taken(request, arrival.state(), clock.instant());
            if (arrival.error().isPresent()) throw new ProviderDoesNotVouch("it said no");
            String code = arrival.code()
                    .filter(said -> !said.isBlank() && said.length() <= SAID_LENGTH_MAX)
                    .orElseThrow(() -> new ProviderDoesNotVouch("it sent no code"));
            Provider provider = directory.provider();
            if (provider.saved().version() != attempt.version())
                throw new ProviderDoesNotVouch("the settings have changed since the sign-in was begun");
            arrivals.letIn(request, provider.redeem(attempt, code, arrival.iss()), provider.saved());
        } catch (ProviderDoesNotVouch refused) {
            throw ways.refused(request, "Single sign-on was refused: " + refused.getMessage());
        }
    }
}
