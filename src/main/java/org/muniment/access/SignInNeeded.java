package org.muniment.access;

import org.springframework.http.HttpStatus;

/// Nobody is fully signed in: not at all, not with a second factor yet, or the session is locked.
public final class SignInNeeded extends AccessRefused {
    public SignInNeeded() {
        super(
                HttpStatus.UNAUTHORIZED,
                "sign-in-needed",
                "Sign in first",
                "Nobody is signed in here, or the session was locked or has ended. Open the archive's page and sign in.");
    }
}
