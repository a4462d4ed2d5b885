package org.muniment.ingest;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/// This is one reply, without its last line end: the code of RFC 5321, the enhanced code of RFC 3463 and words for a
/// person. Those of 4xx replies are the same whatever went wrong inside: a peer learns that it should try again, and
/// nothing else.
record SmtpReply(String text) {
    private static final String KEPT = "250 2.0.0 Kept as ";

    static final SmtpReply DATA_EXPECTED = new SmtpReply("354 End the message with a dot on a line of its own");
    static final SmtpReply OK = new SmtpReply("250 2.0.0 Ok");
    static final SmtpReply SENDER_OK = new SmtpReply("250 2.1.0 Sender ok");
    static final SmtpReply RECIPIENT_OK = new SmtpReply("250 2.1.5 Recipient ok");
    static final SmtpReply HELP = new SmtpReply("214 2.0.0 This is a journal: it keeps what it is sent. See RFC 5321");
    static final SmtpReply NOT_VERIFIED = new SmtpReply("252 2.5.0 Send the message; every recipient is taken");
    static final SmtpReply GOODBYE = new SmtpReply("221 2.0.0 Goodbye");
    static final SmtpReply TLS_READY = new SmtpReply("220 2.0.0 Ready to start TLS");

    static final SmtpReply BUSY = new SmtpReply("421 4.3.2 Not taking mail now, try again later");
    static final SmtpReply TOO_MANY_SESSIONS = new SmtpReply("421 4.7.0 Too many sessions from your address");
    static final SmtpReply TOO_SLOW = new SmtpReply("421 4.4.2 Too slow, goodbye");
    static final SmtpReply TOO_LONG = new SmtpReply("421 4.4.2 This session has lasted long enough, open a new one");
    static final SmtpReply TOO_MANY_ERRORS = new SmtpReply("421 4.7.0 Too many errors, goodbye");
    static final SmtpReply TOO_MANY_COMMANDS = new SmtpReply("421 4.7.0 Too many commands and no message, goodbye");
    static final SmtpReply OUT_OF_STEP = new SmtpReply("421 4.7.0 Input before its reply, goodbye");
    static final SmtpReply LOCAL_ERROR = new SmtpReply("451 4.3.0 Local error, try again later");
    static final SmtpReply NO_ROOM = new SmtpReply("452 4.3.1 No room now, try again later");
    static final SmtpReply TOO_MANY_RECIPIENTS = new SmtpReply("452 4.5.3 Too many recipients, send the rest again");

    static final SmtpReply LINE_TOO_LONG = new SmtpReply("500 5.5.2 Line too long");
    static final SmtpReply LINE_MALFORMED = new SmtpReply("500 5.5.2 A command is UTF-8 text that ends with CR LF");
    static final SmtpReply COMMAND_UNKNOWN = new SmtpReply("500 5.5.2 Command unknown");
    static final SmtpReply NOT_OFFERED = new SmtpReply("502 5.5.1 Command not offered");
    static final SmtpReply ARGUMENT_WRONG = new SmtpReply("501 5.5.4 Argument wrong or missing");
    static final SmtpReply CHUNK_WRONG = new SmtpReply("501 5.5.4 Size of the chunk wrong or missing, goodbye");
    static final SmtpReply SENDER_WRONG = new SmtpReply("501 5.1.7 Sender is not <address>");
    static final SmtpReply RECIPIENT_WRONG = new SmtpReply("501 5.1.3 Recipient is not <address>");
    static final SmtpReply PARAMETER_UNKNOWN = new SmtpReply("555 5.5.4 Parameter not offered");
    static final SmtpReply GREETING_MISSING = new SmtpReply("503 5.5.1 Say EHLO first");
    static final SmtpReply SENDER_MISSING = new SmtpReply("503 5.5.1 Say MAIL first");
    static final SmtpReply RECIPIENT_MISSING = new SmtpReply("503 5.5.1 Say RCPT first");
    static final SmtpReply TRANSACTION_OPEN = new SmtpReply("503 5.5.1 A message is in hand: finish it or say RSET");
    static final SmtpReply CHUNKS_OPEN = new SmtpReply("503 5.5.1 Go on with BDAT, or say RSET");
    static final SmtpReply TLS_ALREADY = new SmtpReply("503 5.5.1 TLS is on already");
    static final SmtpReply TOO_LARGE = new SmtpReply("552 5.3.4 Message larger than SIZE");

    static SmtpReply kept(long accession) {
        return new SmtpReply(KEPT + accession);
    }

    static SmtpReply banner(String hostName) {
        return new SmtpReply("220 " + hostName + " ESMTP Muniment");
    }

    /// The answer to HELO or EHLO, with the extensions offered.
    static SmtpReply greeting(String hostName, List<String> extensions) {
        List<String> lines = Stream.concat(Stream.of(hostName + " keeps what it is sent"), extensions.stream())
                .toList();
        String many = lines.stream()
                .limit(lines.size() - 1)
                .map(line -> "250-" + line + "\r\n")
                .collect(joining());
        return new SmtpReply(many + "250 " + lines.getLast());
    }

    boolean isKept() {
        return text.startsWith(KEPT);
    }

    /// Whether the session ends with this reply.
    boolean closes() {
        return equals(CHUNK_WRONG) || text.startsWith("421") || text.startsWith("221");
    }

    boolean blamesPeer() {
        return text.startsWith("5");
    }
}
