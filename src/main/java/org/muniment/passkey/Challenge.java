package org.muniment.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/// This is what a device must sign, made for one browser and to be answered once.
final class Challenge implements Serializable {
    private static final String KEY = Challenge.class.getName();

    /// What an answer to it does. One made for the one is worth nothing for the other: a challenge to add a passkey is
    /// given for the password alone.
    enum Use {
        ADDING,
        SIGNING_IN
    }

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final Instant madeAt;

    private Challenge(byte[] bytes, Instant madeAt) {
        this.bytes = bytes;
        this.madeAt = madeAt;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Made and kept for this browser instead of any earlier one.
    static Challenge fresh(Use use, HttpServletRequest request, Instant now) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        Challenge challenge = new Challenge(bytes, now);
        HttpSession session = request.getSession(true);
        if (session.isNew()) session.setMaxInactiveInterval((int) LONGEST.toSeconds());
        session.setAttribute(KEY + use, challenge);
        return challenge;
    }

    /// The one kept for this browser, which is then gone. Throws [PasskeyIsRefused].
    static Challenge taken(Use use, HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY + use) instanceof Challenge kept))
            throw new PasskeyIsRefused("this browser was given no challenge");
        session.removeAttribute(KEY + use);
        if (kept.madeAt.plus(LONGEST).isBefore(now)) throw new PasskeyIsRefused("the challenge is too old");
        return kept;
    }
}
