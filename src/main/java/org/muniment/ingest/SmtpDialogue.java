package org.muniment.ingest;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.muniment.archive.Peer;

/// This is the meaning of the commands, in the order RFC 5321 gives them: what each does and what it is answered.
final class SmtpDialogue {
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");
    private static final Pattern BYTES = Pattern.compile("\\d{1,20}");

    private final Journal journal;
    private final PeerSocket socket;
    private final SmtpTransaction transaction;
    private final SmtpBodies bodies;
    private String helo = "";
    private String tls = "";
    private int idleCommands;

    SmtpDialogue(Journal journal, PeerSocket socket, SmtpWire wire) {
        this.journal = journal;
        this.socket = socket;
        this.transaction = new SmtpTransaction(journal.limits());
        this.bodies = new SmtpBodies(journal, socket, wire, transaction);
    }

    /// Whether a message was begun and neither kept nor given up.
    boolean hasMessageInHand() {
        return transaction.isOpen();
    }

    /// Commands in a row that led to no message.
    int idleCommands() {
        return idleCommands;
    }

    /// Gives up the message in hand.
    void reset() {
        transaction.close();
    }

    /// TLS is on: what was said before does not count (RFC 3207 §4.2).
    void secured(SSLSession session) {
        reset();
        helo = "";
        tls = session.getProtocol() + " " + session.getCipherSuite();
    }

    SmtpReply carryOut(SmtpCommand command) throws IOException {
        String argument = command.argument();
        if (command.verb() != SmtpCommand.Verb.RCPT && command.verb() != SmtpCommand.Verb.BDAT) idleCommands++;
        return switch (command.verb()) {
            case HELO -> greet(argument, List.of());
            case EHLO -> greet(argument, extensions());
            case MAIL -> mail(argument);
            case RCPT -> recipient(argument);
            case DATA -> data(argument);
            case BDAT -> chunk(argument);
            case RSET -> forget(argument);
            case NOOP -> SmtpReply.OK;
            case HELP -> SmtpReply.HELP;
            case VRFY -> argument.isEmpty() ? SmtpReply.ARGUMENT_WRONG : SmtpReply.NOT_VERIFIED;
            case QUIT -> SmtpReply.GOODBYE;
            case STARTTLS -> startTls(argument);
            case NOT_OFFERED -> SmtpReply.NOT_OFFERED;
            case FOREIGN -> SmtpReply.OUT_OF_STEP;
            case UNKNOWN -> SmtpReply.COMMAND_UNKNOWN;
        };
    }

    private List<String> extensions() {
        // BINARYMIME is not offered: what came as binary could not be handed on by plain SMTP (RFC 3030 §3).
        Stream<String> always = Stream.of(
                "PIPELINING",
                "SIZE " + journal.limits().messageBytesMax(),
                "8BITMIME",
                "SMTPUTF8",
                "CHUNKING",
                "ENHANCEDSTATUSCODES");
        return Stream.concat(always, tls.isEmpty() ? Stream.of("STARTTLS") : Stream.empty())
                .toList();
    }

    private SmtpReply greet(String name, List<String> extensions) {
        if (!NAME.matcher(name).matches()) return SmtpReply.ARGUMENT_WRONG;
        reset();
        helo = name;
        return SmtpReply.greeting(journal.settings().hostName(), extensions);
    }

    private SmtpReply mail(String argument) {
        if (helo.isEmpty()) return SmtpReply.GREETING_MISSING;
        transaction.requireNone();
        SmtpPath path = SmtpPath.parse(argument, "FROM:", SmtpReply.SENDER_WRONG);
        for (var parameter : path.parameters().entrySet()) {
            switch (parameter.getKey()) {
                case "SIZE" -> requireRoom(bytes(parameter.getValue()));
                case "BODY" -> requireKnownBody(parameter.getValue());
                case "SMTPUTF8" -> requireNoArgument(parameter.getValue());
                default -> throw new CommandRefused(SmtpReply.PARAMETER_UNKNOWN);
            }
        }
        journal.requireReady();
        transaction.open(path.address(), journal.clock().instant());
        return SmtpReply.SENDER_OK;
    }

    private void requireRoom(long bytes) {
        if (bytes <= journal.limits().messageBytesMax()) return;
        journal.alarmTooLarge(socket.address());
        throw new CommandRefused(SmtpReply.TOO_LARGE);
    }

    private static void requireKnownBody(String body) {
        boolean known = body.equalsIgnoreCase("7BIT") || body.equalsIgnoreCase("8BITMIME");
        if (!known) throw new CommandRefused(SmtpReply.PARAMETER_UNKNOWN);
    }

    private static long bytes(String digits) {
        if (!BYTES.matcher(digits).matches()) throw new CommandRefused(SmtpReply.ARGUMENT_WRONG);
        // RFC 1870 §5 allows 20 digits; 19 of them are too large already.
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static void requireNoArgument(String argument) {
        if (!argument.isEmpty()) throw new CommandRefused(SmtpReply.ARGUMENT_WRONG);
    }

    private SmtpReply recipient(String argument) {
        transaction.requireOpen();
        SmtpPath path = SmtpPath.parse(argument, "TO:", SmtpReply.RECIPIENT_WRONG);
        if (path.address().isEmpty()) return SmtpReply.RECIPIENT_WRONG;
        if (!path.parameters().isEmpty()) return SmtpReply.PARAMETER_UNKNOWN;
        transaction.addRecipient(path.address());
        return SmtpReply.RECIPIENT_OK;
    }

    private SmtpReply data(String argument) throws IOException {
        SmtpReply reply = argument.isEmpty() ? bodies.data(peer()) : SmtpReply.ARGUMENT_WRONG;
        return counted(reply);
    }

    private SmtpReply chunk(String argument) throws IOException {
        SmtpChunk chunk = SmtpChunk.parse(argument);
        if (chunk.bytes() == 0) idleCommands++;
        return counted(bodies.chunk(chunk, peer()));
    }

    private SmtpReply counted(SmtpReply reply) {
        if (reply.isKept()) idleCommands = 0;
        return reply;
    }

    private Peer peer() {
        return new Peer(socket.name(), helo, tls, "");
    }

    private SmtpReply forget(String argument) {
        requireNoArgument(argument);
        reset();
        return SmtpReply.OK;
    }

    private SmtpReply startTls(String argument) {
        requireNoArgument(argument);
        if (helo.isEmpty()) return SmtpReply.GREETING_MISSING;
        if (!tls.isEmpty()) return SmtpReply.TLS_ALREADY;
        transaction.requireNone();
        return SmtpReply.TLS_READY;
    }
}
