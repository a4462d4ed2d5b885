package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// This is asking whoever is signed in for the password once more: before anything by which somebody else at the same
/// computer could come in later. Failures count and are written down as at the sign-in.
@Component
public class PasswordAgain {
    private final SignIns signIns;

    PasswordAgain(SignIns signIns) {
        this.signIns = signIns;
    }

    /// Throws if it is wrong, or was wrong too often.
    public void ask(HttpServletRequest request, String password) {
        signIns.confirmPassword(request, password);
    }
}
