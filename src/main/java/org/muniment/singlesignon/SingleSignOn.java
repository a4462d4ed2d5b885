package org.muniment.singlesignon;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// This is the way over the city's directory and back. The provider is looked up when it is first needed: a directory
/// that is down does not keep the archive from starting.
final class SingleSignOn {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SingleSignOnSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Provider known;

    SingleSignOn(SingleSignOnSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SingleSignOnSettings settings() {
        return settings;
    }

    SignInAttempt begin() {
        return new SignInAttempt(
                new State(32).getValue(), new Nonce(32).getValue(), new CodeVerifier().getValue(), clock.instant());
    }

    /// Where to send the browser.
    URI addressFor(SignInAttempt attempt) {
        return provider().addressFor(attempt);
    }

    /// Who came back. Throws [ProviderDoesNotVouch].
    VouchedPerson finish(SignInAttempt attempt, String state, String code) {
        if (!isSame(attempt.state(), state)) throw new ProviderDoesNotVouch("the state is not that of this browser");
        if (attempt.begunAt().plus(LONGEST).isBefore(clock.instant()))
            throw new ProviderDoesNotVouch("the sign-in was begun too long ago");
        return provider().redeem(attempt, code);
    }

    private static boolean isSame(String kept, String said) {
        return MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    private Provider provider() {
        Provider already = known;
        if (already != null) return already;
        Provider found = Provider.of(settings);
        known = found;
        return found;
    }
}
