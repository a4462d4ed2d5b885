package org.muniment.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import org.muniment.access.Allowed;
import org.muniment.access.Asking;
import org.muniment.access.SignInNeeded;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The archive's health over HTTP: what `muniment health --json` says. Who is not signed in learns on this
/// computer, and only here, whether the server lives and how far it has come.
@RestController
class HealthController {
    private final DataFolder folder;

    HealthController(DataFolder folder) {
        this.folder = folder;
    }

    @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(to = Allowed.Everyone.ANYBODY)
    Health health(HttpServletRequest request) throws IOException {
        Health health = Health.of(folder);
        if (Asking.actorOf(request).isPresent()) return health;
        if (!InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) throw new SignInNeeded();
        return health.inShort();
    }
}
