package org.muniment;

import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// Another program listens where the server was told to.
final class PortIsTaken extends RuntimeException {
    private PortIsTaken(String sentence) {
        super(sentence);
    }

    /// The failure itself, unless it comes from a taken port.
    static RuntimeException ifItWas(RuntimeException failure, int http) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new PortIsTaken("Port " + http + " is taken by another program. "
                        + "Stop it, or choose another with --http PORT.");
            }
            if (cause instanceof BindException) {
                return new PortIsTaken(
                        "The journal's port is taken by another program. Stop it, or choose another with --smtp PORT.");
            }
        }
        return failure;
    }
}
