package org.muniment.people;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    SecondFactorController(SignIns signIns, Sessions sessions, SessionDesk desk) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.desk = desk;
    }

    /// Six digits of the app, or a recovery code.
    record CodeForm(String code) {
        @Override
        public String toString() {
            return "CodeForm[…]";
        }
    }

    /// What an authenticator app is given: the key as text in groups of four, or as a picture of `qrSize` by `qrSize`
    /// squares, whose dark ones are the SVG path `qrPath`.
    record Enrolment(String key, int qrSize, String qrPath) {
        @Override
        public String toString() {
            return "Enrolment[…]";
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
        return desk.view(request, response);
    }

    /// The key to put into the app; the same until a code confirms it.
    @PostMapping("/enrolment")
    Enrolment begin(HttpServletRequest request) {
        if (sessions.state(request) != SessionState.ENROL_SECOND_FACTOR) throw new SignInNeeded();
        Sessions.Seat seat = sessions.seat(request).orElseThrow(SignInNeeded::new);
        String key = Secrets.base32(seat.session().enrolling());
        QrCode qr = QrCode.encodeText(uri(seat.person(), key), QrCode.Ecc.MEDIUM);
        return new Enrolment(key.replaceAll("(.{4})(?=.)", "$1 "), qr.size, path(qr));
    }

    @PutMapping("/enrolment")
    RecoveryCodes confirm(@RequestBody CodeForm form, HttpServletRequest request) {
        return new RecoveryCodes(signIns.enrol(request, form.code()));
    }

    // The "Key Uri Format" every authenticator app reads.
    private static String uri(Person person, String key) {
        String account = URLEncoder.encode(person.email(), StandardCharsets.UTF_8);
        return "otpauth://totp/Muniment:" + account + "?secret=" + key + "&issuer=Muniment";
    }

    private static String path(QrCode qr) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return path.toString();
    }
}
