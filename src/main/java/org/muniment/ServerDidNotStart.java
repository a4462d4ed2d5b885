package org.muniment;

import java.net.BindException;
import org.muniment.web.Transport;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

/// The server could not start, for a reason the operator can do something about.
final class ServerDidNotStart extends RuntimeException {
    private ServerDidNotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Finds the reason among the causes: a taken port, or one of our own refusals. The failure itself if it is
    /// neither.
    static RuntimeException because(RuntimeException failure, Transport transport) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) return portTaken(taken.getPort(), transport, failure);
            if (cause instanceof ConnectorStartFailedException taken)
                return portTaken(taken.getPort(), transport, failure);
            if (cause instanceof BindException) {
                return new ServerDidNotStart(
                        "The journal's port is taken by another program, or its address is not this computer's. Stop"
                                + " that program, or choose others with --smtp PORT and --smtp-listen ADDRESS.",
                        failure);
            }
            if (cause.getClass().getName().startsWith("org.muniment.")) {
                return new ServerDidNotStart(String.valueOf(cause.getMessage()), failure);
            }
        }
        return failure;
    }

    private static ServerDidNotStart portTaken(int port, Transport transport, RuntimeException failure) {
        boolean isHttps = transport.https().isPresent() && transport.https().getAsInt() == port;
        String option = isHttps ? "--https" : port == transport.http() ? "--http" : "--management";
        return new ServerDidNotStart(
                "Port " + port + " is taken by another program. Stop it, or choose another with " + option + " PORT.",
                failure);
    }
}
