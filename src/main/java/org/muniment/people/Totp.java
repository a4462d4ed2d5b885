package org.muniment.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// This is the one-time password of a time step (RFC 6238 over RFC 4226): six digits, 30 seconds, HMAC-SHA-1, which is
/// what every authenticator app knows.
final class Totp {
    static final int SECRET_SIZE_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    // One step to either side: clocks differ (RFC 6238, section 5.2).
    private static final int STEPS_OFF_MAX = 1;

    private Totp() {}

    /// The step whose code this is, if it is one of now and newer than the last that was taken: no code is good twice.
    static OptionalLong step(byte[] secret, String code, Instant now, long lastStep) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_OFF_MAX; step <= current + STEPS_OFF_MAX; step++) {
            boolean isIt = Secrets.areEqual(code(secret, step), code);
            if (isIt && step > lastStep) found = OptionalLong.of(step);
        }
        return found;
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int truncated = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
