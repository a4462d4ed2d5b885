package org.muniment.ingest;

import java.time.Duration;

/// This is how long a body may take: it may not stand still for `bodyWait`, and once that has passed it must have come
/// at the least average rate. A body of any allowed size can come over a slow line; a body that drips cannot stay, nor
/// can one that was refused for its size and never ends.
final class BodyPace {
    private final SmtpLimits limits;
    private final long startedAt = System.nanoTime();
    private long bytes;

    BodyPace(SmtpLimits limits) {
        this.limits = limits;
    }

    void passed(int length) {
        bytes += length;
    }

    void grant(PeerSocket socket) {
        Duration left = left();
        socket.allow(left.compareTo(limits.bodyWait()) < 0 ? left : limits.bodyWait());
    }

    boolean isOver() {
        return left().isNegative();
    }

    private Duration left() {
        if (bytes / 2 > limits.messageBytesMax()) return Duration.ofNanos(-1);
        Duration earned = limits.bodyWait().plusMillis(bytes * 1000 / limits.bodyBytesPerSecondMin());
        return earned.minusNanos(System.nanoTime() - startedAt);
    }
}
