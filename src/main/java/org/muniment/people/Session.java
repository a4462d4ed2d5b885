package org.muniment.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muniment.access.PersonId;
import org.muniment.access.Purpose;

/// This is one person at one browser, from the right password to the end. It lives in the server's memory alone: a
/// restart ends it. Requests of one session may come at once.
final class Session {
    /// Without a sign of life for this long it is locked.
    static final Duration IDLE_MAX = Duration.ofMinutes(15);

    /// However busy, it ends after this.
    static final Duration LIFE_MAX = Duration.ofHours(12);

    /// How long the second factor may take.
    static final Duration HALFWAY_MAX = Duration.ofMinutes(15);

    private final String id = Secrets.token();
    private final PersonId person;
    private final Place place;
    private int epoch;
    private final Instant startedAt;
    private final String csrfToken = Secrets.token();
    private Instant lastActiveAt;
    private boolean isComplete;
    private boolean isLocked;
    private boolean isEnded;
    private @Nullable StatedPurpose purpose;
    private byte @Nullable [] enrolling;
    private @Nullable Proof proof;

    /// A purpose and when it was stated.
    record StatedPurpose(Purpose purpose, Instant at) {}

    /// Where somebody sits: the browser as its user would name it, and the address on the network.
    record Place(String browser, String address) {}

    Session(PersonId person, Place place, int epoch, Instant startedAt) {
        this.person = person;
        this.place = place;
        this.epoch = epoch;
        this.startedAt = startedAt;
        this.lastActiveAt = startedAt;
    }

    /// Names the session to its person; it is not the cookie and opens nothing.
    String id() {
        return id;
    }

    /// Remembers how the person proved who they are, if not by a password.
    synchronized void provedBy(Proof other) {
        proof = other;
    }

    /// Empty: by the password.
    synchronized Optional<Proof> proof() {
        return Optional.ofNullable(proof);
    }

    PersonId person() {
        return person;
    }

    Place place() {
        return place;
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized Instant lastActiveAt() {
        return lastActiveAt;
    }

    String csrfToken() {
        return csrfToken;
    }

    synchronized boolean isComplete() {
        return isComplete;
    }

    synchronized boolean isOver(int epochNow, Instant now) {
        return epoch != epochNow || hasEnded(now);
    }

    /// Whether it was ended or is too old; a change of the person's epoch ends it as well.
    synchronized boolean hasEnded(Instant now) {
        return isEnded || now.isAfter(startedAt.plus(isComplete ? LIFE_MAX : HALFWAY_MAX));
    }

    synchronized void end() {
        isEnded = true;
    }

    /// Goes on when all other sessions of the person are ended.
    synchronized void outlive(int epochNow) {
        epoch = epochNow;
    }

    /// Goes on though all sessions of the person were just ended; a second such end is an end for this one, too.
    synchronized void outliveOnce() {
        epoch++;
    }

    /// Whether what the person proved still counts.
    boolean stands() {
        return proof().map(Proof::stands).map(BooleanSupplier::getAsBoolean).orElse(true);
    }

    /// Whether it is locked, by its person or by idling.
    synchronized boolean isLocked(Instant now) {
        if (isComplete && now.isAfter(lastActiveAt.plus(IDLE_MAX))) isLocked = true;
        return isLocked;
    }

    synchronized void complete(Instant now) {
        isComplete = true;
        enrolling = null;
        lastActiveAt = now;
    }

    synchronized void touch(Instant now) {
        lastActiveAt = now;
    }

    synchronized void lock() {
        isLocked = true;
    }

    synchronized void unlock(Instant now) {
        isLocked = false;
        lastActiveAt = now;
    }

    synchronized Optional<StatedPurpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    synchronized void state(Purpose stated, Instant now) {
        purpose = new StatedPurpose(stated, now);
    }

    /// The secret shown for enrolment, the same until the enrolment is done.
    synchronized byte[] enrolling() {
        byte[] secret = enrolling;
        if (secret == null) {
            secret = Secrets.bytes(Totp.SECRET_SIZE_BYTES);
            enrolling = secret;
        }
        return secret;
    }

    /// A fresh secret in place of any shown before.
    synchronized byte[] enrollingAnew() {
        enrolling = null;
        return enrolling();
    }

    /// The secret that was shown, if one was and is not in use yet.
    synchronized Optional<byte[]> begunEnrolling() {
        return Optional.ofNullable(enrolling);
    }

    synchronized void stopEnrolling() {
        enrolling = null;
    }
}
