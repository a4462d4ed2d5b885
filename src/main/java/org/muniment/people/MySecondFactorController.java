package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Moving one's second factor to another phone, over HTTP: the password again, then a code of the new app. The old app
/// and the old recovery codes work until then, and no longer after it; all other sessions end.
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
class MySecondFactorController {
    private final SignIns signIns;
    private final SignOuts signOuts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInPatience patience;
    private final AuditTrail trail;

    MySecondFactorController(
            SignIns signIns,
            SignOuts signOuts,
            Sessions sessions,
            SecondFactors factors,
            SignInPatience patience,
            AuditTrail trail) {
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.sessions = sessions;
        this.factors = factors;
        this.patience = patience;
        this.trail = trail;
    }

    /// The password again.
    record NewAppForm(String password) {
        @Override
        public String toString() {
            return "NewAppForm[…]";
        }
    }

    /// Six digits of the new app.
    record NewAppCode(String code) {
        @Override
        public String toString() {
            return "NewAppCode[…]";
        }
    }

    /// The key to put into the new app, made anew each time.
    @PostMapping
    Enrolment begin(@RequestBody NewAppForm form, HttpServletRequest request) {
        signIns.confirmPassword(request, form.password());
        Sessions.Seat seat = sessions.seat(request).orElseThrow(SignInNeeded::new);
        return Enrolment.of(seat.person(), seat.session().enrollingAnew());
    }

    @PutMapping
    MeController.NewRecoveryCodes finish(@RequestBody NewAppCode form, Actor actor, HttpServletRequest request) {
        Session session = sessions.seat(request).orElseThrow(SignInNeeded::new).session();
        byte[] secret = session.begunEnrolling().orElseThrow(PasswordIsAskedFirst::new);
        SignInPatience.Attempt attempt = patience.atEnrolment(request, actor.person());
        List<String> codes = signOuts.endOthersAfter(request, () -> {
            List<String> fresh =
                    factors.enrol(actor.person(), secret, form.code()).orElseThrow(SignInFailed::newApp);
            trail.record(new AuditEntry(
                    Act.ACCOUNT_CHANGED,
                    actor,
                    Optional.empty(),
                    "Set up another authenticator app in place of the old one, with new recovery codes",
                    List.of()));
            return fresh;
        });
        attempt.succeeded().run();
        session.stopEnrolling();
        return new MeController.NewRecoveryCodes(codes);
    }
}
