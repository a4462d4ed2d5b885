package org.muniment.access;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/// This is what a request says about who asks. The filters that know people (a session's, a token's) write it, once;
/// everything after them reads it. A request without it is nobody's.
public final class Asking {
    private static final String ACTOR = Actor.class.getName();
    private static final String PURPOSE = Purpose.class.getName();

    private Asking() {}

    /// Says that this request is the actor's, who is fully signed in.
    public static void is(ServletRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor);
    }

    /// Says what mail is read for by this request.
    public static void isFor(ServletRequest request, Purpose purpose) {
        request.setAttribute(PURPOSE, purpose);
    }

    /// Who asks; empty if nobody is fully signed in.
    public static Optional<Actor> actorOf(ServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ACTOR));
    }

    public static Optional<Purpose> purposeOf(ServletRequest request) {
        return Optional.ofNullable((Purpose) request.getAttribute(PURPOSE));
    }
}
