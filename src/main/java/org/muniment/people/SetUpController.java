package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muniment.access.Allowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Setting the archive up over HTTP. Opening the link does nothing; only the page's button does.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
class SetUpController {
    private final SetUp setUp;
    private final Sessions sessions;
    private final SessionDesk desk;

    SetUpController(SetUp setUp, Sessions sessions, SessionDesk desk) {
        this.setUp = setUp;
        this.sessions = sessions;
        this.desk = desk;
    }

    /// What is typed on the page; `secret` is what stands behind `#` in the link.
    record SetUpForm(String secret, String name, String email, String password) {
        @Override
        public String toString() {
            return "SetUpForm[…]";
        }
    }

    /// The first administrator is signed in, and sets up the second factor next.
    @PostMapping(path = "/api/set-up", produces = MediaType.APPLICATION_JSON_VALUE)
    SessionView setUp(@RequestBody SetUpForm form, HttpServletRequest request, HttpServletResponse response) {
        Person first = setUp.firstAdministrator(
                form.secret(), form.name(), form.email(), form.password(), request.getRemoteAddr());
        sessions.begin(request, first);
        return desk.view(request, response);
    }
}
