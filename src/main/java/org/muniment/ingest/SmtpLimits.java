package org.muniment.ingest;

import java.time.Duration;

/// This is everything a peer of the journal may use up. No limit is off; the standard ones suit a city's mail server.
///
/// @param messageBytesMax longest message, advertised as SIZE (RFC 1870)
/// @param commandBytesMax longest command line with its line end (RFC 5321 §4.5.3.1.4 asks for 512, parameters add to
/// it)
/// @param recipientsMax recipients of one message (RFC 5321 §4.5.3.1.8 asks for 100)
/// @param sessionsMax sessions at a time
/// @param sessionsPerPeerMax sessions at a time from one address
/// @param errorsMax refused commands before the session ends
/// @param idleCommandsMax commands in a row that lead to no message before the session ends
/// @param commandWait how long a whole command may take to arrive (RFC 5321 §4.5.3.2.7 asks for 5 minutes)
/// @param bodyWait how long a body may stand still (RFC 5321 §4.5.3.2.5 asks for 3 minutes)
/// @param bodyBytesPerSecondMin slowest average of a body, once it has taken `bodyWait`
/// @param sessionTime after this a session may finish its message and no more
/// @param acknowledgementSlow from here on a late 250 is an alarm
/// @param acknowledgementMax from here on a late 250 is a 451: the peer tries again
/// @param closeGrace how long messages in hand may take when the receiver is closed
public record SmtpLimits(
        long messageBytesMax,
        int commandBytesMax,
        int recipientsMax,
        int sessionsMax,
        int sessionsPerPeerMax,
        int errorsMax,
        int idleCommandsMax,
        Duration commandWait,
        Duration bodyWait,
        long bodyBytesPerSecondMin,
        Duration sessionTime,
        Duration acknowledgementSlow,
        Duration acknowledgementMax,
        Duration closeGrace) {
    /// The smallest buffer the receiver reads into; a command line must fit.
    static final int COMMAND_BYTES_ROOM = 16 * 1024;

    public SmtpLimits {
        if (messageBytesMax < 1 || recipientsMax < 1 || sessionsMax < 1 || sessionsPerPeerMax < 1) {
            throw new IllegalArgumentException("a limit of nothing would refuse all mail");
        }
        if (errorsMax < 1 || idleCommandsMax < 1 || bodyBytesPerSecondMin < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
        if (commandBytesMax < 512 || commandBytesMax > COMMAND_BYTES_ROOM) {
            throw new IllegalArgumentException("a command line is limited to between 512 and 16,384 bytes");
        }
    }

    public static SmtpLimits standard() {
        return new SmtpLimits(
                512L << 20,
                2048,
                1_000,
                500,
                200,
                20,
                100,
                Duration.ofMinutes(5),
                Duration.ofMinutes(3),
                16 * 1024,
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20));
    }
}
