package org.muniment.singlesignon;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/// This is what the browser's session remembers between leaving for the provider and coming back:
/// only who left may come back (state), once, only with a token made for this time (nonce), and the
/// code is worth nothing to a thief (verifier, RFC 7636).
///
/// @param version of the settings it was begun under
record SignInAttempt(long version, String state, String nonce, String verifier, Instant begunAt)
        implements Serializable {
    private static final String KEY = SignInAttempt.class.getName();
    static final Duration LONGEST = Duration.ofMinutes(10);

    static SignInAttempt begun(long version, Instant now) {
        return new SignInAttempt(
                version, new State(32).getValue(), new Nonce(32).getValue(), new CodeVerifier().getValue(), now);
    }

    /// Keeps it for this browser instead of any earlier one.
    void keep(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        if (session.isNew()) session.setMaxInactiveInterval((int) LONGEST.toSeconds());
        session.setAttribute(KEY, this);
    }

    /// The one kept for this browser, which is then gone. Throws [ProviderDoesNotVouch].
    static SignInAttempt taken(HttpServletRequest request, String state, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof SignInAttempt kept))
            throw new ProviderDoesNotVouch("this browser began no sign-in, or it has come back already");
        session.removeAttribute(KEY);
        if (!isSame(kept.state, state)) throw new ProviderDoesNotVouch("the state is not that of this browser");
        if (kept.begunAt.plus(LONGEST).isBefore(now))
            throw new ProviderDoesNotVouch("the sign-in was begun too long ago");
        return kept;
    }

    private static boolean isSame(String kept, String said) {
        return MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }
}
