package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.muniment.access.Allowed;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The page behind a one-time link, over HTTP. Looking changes nothing; only the page's button sets the password.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
@RequestMapping(path = "/api/invitations/{token:[A-Za-z0-9_-]{1,100}}", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationController {
    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    /// Whom a link is for and until when it works.
    record InvitationView(String name, String email, OneTimeLinks.Kind kind, Instant expiresAt) {}

    record NewPassword(String password) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    @GetMapping
    InvitationView look(@PathVariable String token) {
        return invitations.look(new Secret(token));
    }

    /// Sets the password and uses the link up; the person then signs in.
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String token, @RequestBody NewPassword form, HttpServletRequest request) {
        invitations.accept(new Secret(token), form.password(), request.getRemoteAddr());
    }
}
