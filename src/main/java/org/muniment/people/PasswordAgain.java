package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.muniment.access.Actor;
import org.springframework.stereotype.Component;

/// This is asking whoever is signed in for the password once more: before anything by which somebody else at the same
/// computer could come in later. Failures count and are written down as at the sign-in.
@Component
public class PasswordAgain {
    private final SignIns signIns;
    private final Passwords passwords;

    PasswordAgain(SignIns signIns, Passwords passwords) {
        this.signIns = signIns;
        this.passwords = passwords;
    }

    /// Throws if it is wrong, or was wrong too often.
    public void ask(HttpServletRequest request, String password) {
        signIns.confirmPassword(request, password);
    }

    /// The same, but asks nothing of who has no password. Throws if it is wrong or missing, or was wrong too often.
    void askIfAny(HttpServletRequest request, Actor actor, Optional<String> password) {
        if (passwords.has(actor.person())) ask(request, password.orElse(""));
    }
}
