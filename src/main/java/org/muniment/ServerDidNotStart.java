package org.muniment;

import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// The server could not start, for a reason the operator can do something about.
final class ServerDidNotStart extends RuntimeException {
    private ServerDidNotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Finds the reason among the causes: a taken port, or one of our own refusals. The failure itself if it is
    /// neither.
    static RuntimeException because(RuntimeException failure, int http) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new ServerDidNotStart(
                        "Port " + http + " is taken by another program. Stop it, or choose another with --http PORT.",
                        failure);
            }
            if (cause instanceof BindException) {
                return new ServerDidNotStart(
                        "The journal's port is taken by another program. Stop it, or choose another with --smtp PORT.",
                        failure);
            }
            if (cause.getClass().getName().startsWith("org.muniment.")) {
                return new ServerDidNotStart(String.valueOf(cause.getMessage()), failure);
            }
        }
        return failure;
    }
}
