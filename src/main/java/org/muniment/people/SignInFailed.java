package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// What was given does not let anybody in. Which part of it was wrong is not said.
final class SignInFailed extends AccessRefused {
    private SignInFailed(String slug, String title, String sentence) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, slug, title, sentence);
    }

    static SignInFailed password() {
        return new SignInFailed(
                "sign-in-failed",
                "That did not match",
                "The address and the password do not belong together, or the account is disabled. Check both and try"
                        + " again. If you have forgotten the password, ask an administrator to reset it.");
    }

    static SignInFailed code() {
        return new SignInFailed(
                "code-is-wrong",
                "That code is not right",
                "Use the six digits your app shows now; each works once. If the clock of your phone is off, set it. Or use"
                        + " one of your recovery codes.");
    }

    static SignInFailed newApp() {
        return new SignInFailed(
                "code-is-wrong",
                "That code is not right",
                "Use the six digits the new app shows now. If the clock of your phone is off, set it. Until a code is"
                        + " right, your old app goes on working.");
    }

    static SignInFailed otherwise() {
        return new SignInFailed(
                "sign-in-failed",
                "That did not let you in",
                "The archive could not make sure who you are, or you have no account here. Try again, or sign in with"
                        + " your password; if you have no account, ask an administrator to invite you.");
    }

    static SignInFailed unlock() {
        return new SignInFailed(
                "sign-in-failed",
                "That did not match",
                "This is not the password of this account. Try again, or sign out and sign in anew.");
    }
}
