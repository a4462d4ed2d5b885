package org.muniment.ingest;

import java.time.Duration;

/// These are limits short enough to be reached in a test; those a test does not set are the standard ones.
final class ShortLimits {
    private final SmtpLimits standard = SmtpLimits.standard();
    long messageBytesMax = standard.messageBytesMax();
    int recipientsMax = standard.recipientsMax();
    int sessionsMax = standard.sessionsMax();
    int sessionsPerPeerMax = standard.sessionsPerPeerMax();
    Duration commandWait = standard.commandWait();
    Duration bodyWait = standard.bodyWait();
    Duration sessionTime = standard.sessionTime();
    Duration acknowledgementSlow = standard.acknowledgementSlow();
    Duration acknowledgementMax = standard.acknowledgementMax();
    Duration closeGrace = standard.closeGrace();

    SmtpLimits limits() {
        return new SmtpLimits(
                messageBytesMax,
                standard.commandBytesMax(),
                recipientsMax,
                sessionsMax,
                sessionsPerPeerMax,
                standard.errorsMax(),
                standard.idleCommandsMax(),
                commandWait,
                bodyWait,
                standard.bodyBytesPerSecondMin(),
                sessionTime,
                acknowledgementSlow,
                acknowledgementMax,
                closeGrace);
    }
}
