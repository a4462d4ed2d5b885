package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.muniment.access.Allowed;
import org.muniment.access.SignInNeeded;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The second factor over HTTP: giving a code, and setting up an authenticator app.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SecondFactorController {
    private final SignIns signIns;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final KnownBrowsers browsers;

    SecondFactorController(SignIns signIns, Sessions sessions, SessionDesk desk, KnownBrowsers browsers) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.desk = desk;
        this.browsers = browsers;
    }

    /// Six digits of the app, or a recovery code.
    record CodeForm(String code) {
        @Override
        public String toString() {
            return "CodeForm[…]";
        }
    }

    /// Shown once.
    record RecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "RecoveryCodes[…]";
        }
    }

    @PostMapping("/second-factor")
    SessionView code(@RequestBody CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        signIns.withCode(request, form.code());
        remember(request, response);
        return desk.view(request, response);
    }

    /// The key to put into the app; the same until a code confirms it.
    @PostMapping("/enrolment")
    Enrolment begin(HttpServletRequest request) {
        if (sessions.state(request) != SessionState.ENROL_SECOND_FACTOR) throw new SignInNeeded();
        Sessions.Seat seat = sessions.seat(request).orElseThrow(SignInNeeded::new);
        return Enrolment.of(seat.person(), seat.session().enrolling());
    }

    @PutMapping("/enrolment")
    RecoveryCodes confirm(@RequestBody CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        List<String> codes = signIns.enrol(request, form.code());
        remember(request, response);
        return new RecoveryCodes(codes);
    }

    private void remember(HttpServletRequest request, HttpServletResponse response) {
        sessions.seat(request)
                .ifPresent(seat ->
                        browsers.remember(request, response, seat.person().id()));
    }
}
