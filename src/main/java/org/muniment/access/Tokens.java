package org.muniment.access;

import java.util.Optional;

/// This is who knows whom a personal token stands for.
public interface Tokens {
    /// Returns who acts by a token now, and from where; empty if it is nobody's, has ended or was taken back, or its
    /// person may no longer sign in.
    Optional<Actor> actorOf(String token, String from);
}
