package org.muniment.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// This makes random mail, the same for the same seed: every header field, charset, transfer encoding and MIME shape,
/// messages within messages, journal reports. Each place carries a [Canary].
///
/// ```java
/// MailGenerator generator = MailGenerator.seeded(20261123);
/// GeneratedMail mail = generator.next();
/// ```
public final class MailGenerator {
    private final Random random;

    private MailGenerator(Random random) {
        this.random = random;
    }

    public static MailGenerator seeded(long seed) {
        return new MailGenerator(new Random(seed));
    }

    /// Returns a message as a server would hand it over: one in three in a journal report.
    public GeneratedMail next() {
        return random.nextInt(3) == 0 ? journaled() : message();
    }

    /// Returns a message as it stands.
    public GeneratedMail message() {
        return message(new ArrayList<>());
    }

    /// Returns an Exchange journal report around a message.
    public GeneratedMail journaled() {
        List<Canary> canaries = new ArrayList<>();
        GeneratedMail inner = message(canaries);
        String secret = GeneratedWords.canary(random);
        canaries.add(new Canary(Canary.Place.ENVELOPE, "", secret));
        byte[] report = GeneratedReport.around(inner, secret, random);
        return new GeneratedMail(
                report, true, inner.messageId(), inner.shape(), inner.charset(), List.copyOf(canaries));
    }

    private GeneratedMail message(List<Canary> canaries) {
        GeneratedCharset charset = GeneratedCharset.any(random);
        String lineEnd = random.nextBoolean() ? "\r\n" : "\n";
        String messageId = GeneratedWords.canary(random) + "@mail.example.gov";
        GeneratedHeader header = new GeneratedHeader(random, charset, canaries, lineEnd);
        GeneratedBody body = new GeneratedBody(random, charset, canaries, lineEnd);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(header.of(messageId));
        raw.writeBytes(body.any());
        if (random.nextInt(4) > 0) raw.writeBytes(lineEnd.getBytes(StandardCharsets.US_ASCII));
        return new GeneratedMail(
                raw.toByteArray(), false, messageId, body.shape(), charset.label(), List.copyOf(canaries));
    }
}
