package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/// This is one session of a mail server outside, which gives up no message: it sends it again until it is told that it
/// is kept.
final class LedgerPeer {
    private static final int CHUNK_BYTES = 100_000;

    private final SmtpLedger ledger;
    private final Random random;
    private final String name;
    private final MessageSizes sizes;
    private int number;
    private byte[] unanswered = {};

    /// How large messages are.
    ///
    /// @param usual at most, of nearly all
    /// @param large at most, of one in `largeOneIn`
    record MessageSizes(int usual, int large, int largeOneIn) {
        static final MessageSizes SMALL = new MessageSizes(3_000, 3_000, 1);
    }

    LedgerPeer(SmtpLedger ledger, String name, long seed, MessageSizes sizes) {
        this.ledger = ledger;
        this.name = name;
        this.random = new Random(seed);
        this.sizes = sizes;
    }

    /// Sends one message, an old one first. False if it was put off; the session may be closed then.
    boolean deliver(ScriptedPeer peer) throws IOException {
        if (unanswered.length == 0) unanswered = next();
        boolean kept = random.nextInt(3) == 0 ? chunks(peer, unanswered) : lines(peer, unanswered);
        if (kept) unanswered = new byte[0];
        return kept;
    }

    private byte[] next() {
        int size = 1 + random.nextInt(random.nextInt(sizes.largeOneIn()) == 0 ? sizes.large() : sizes.usual());
        ByteArrayOutputStream message = new ByteArrayOutputStream(size + 200);
        String head = "Subject: message " + name + "-" + number++ + "\r\n\r\n";
        message.writeBytes(head.getBytes(ISO_8859_1));
        byte[] line = new byte[72];
        while (message.size() < size) {
            // Half of it can be compressed, as mail can.
            for (int at = 0; at < line.length; at++) line[at] = (byte) ('A' + random.nextInt(at < 36 ? 26 : 2));
            message.writeBytes(line);
            message.write('\r');
            message.write('\n');
        }
        return message.toByteArray();
    }

    private boolean open(ScriptedPeer peer) throws IOException {
        return said(peer, "MAIL", "MAIL FROM:<a@b.example>") && said(peer, "RCPT", "RCPT TO:<c@d.example>");
    }

    private boolean said(ScriptedPeer peer, String command, String line) throws IOException {
        String reply = peer.ask(line);
        ledger.heard(command, reply, unanswered);
        return reply.startsWith("2") || reply.startsWith("3");
    }

    private boolean lines(ScriptedPeer peer, byte[] message) throws IOException {
        if (!open(peer) || !said(peer, "DATA", "DATA")) return false;
        peer.send(message);
        return said(peer, ".", ".");
    }

    private boolean chunks(ScriptedPeer peer, byte[] message) throws IOException {
        if (!open(peer)) return false;
        for (int from = 0; from < message.length; from += CHUNK_BYTES) {
            int to = Math.min(message.length, from + CHUNK_BYTES);
            boolean last = to == message.length;
            peer.send("BDAT " + (to - from) + (last ? " LAST" : "") + "\r\n");
            peer.send(Arrays.copyOfRange(message, from, to));
            String reply = peer.reply();
            ledger.heard(last ? "." : "BDAT", reply, message);
            if (!reply.startsWith("250")) return false;
        }
        return true;
    }
}
