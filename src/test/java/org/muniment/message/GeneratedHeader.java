package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// This makes the header of a message, in one of the ways mailers encode.
final class GeneratedHeader {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final long FIRST_DATE = Instant.parse("2001-01-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS = 25 * 365 * 24 * 3600;

    private final Random random;
    private final GeneratedCharset charset;
    private final List<Canary> canaries;
    private final String lineEnd;
    private final StringBuilder header = new StringBuilder();

    GeneratedHeader(Random random, GeneratedCharset charset, List<Canary> canaries, String lineEnd) {
        this.random = random;
        this.charset = charset;
        this.canaries = canaries;
        this.lineEnd = lineEnd;
    }

    /// All fields but those of MIME.
    byte[] of(String messageId) {
        field("Received", "from mx.example.net by mail.example.gov; Mon, 1 Jan 2024 00:00:00 +0000");
        field("From", mailbox(Canary.Place.FROM));
        field("To", mailbox(Canary.Place.TO) + "," + lineEnd + " " + mailbox(Canary.Place.TO));
        if (random.nextBoolean()) field("Cc", "Staff: " + mailbox(Canary.Place.CC) + ";");
        if (random.nextInt(3) == 0) field("Bcc", mailbox(Canary.Place.BCC));
        field(
                "Subject",
                encoded(canary(Canary.Place.SUBJECT) + " " + charset.word(random) + " "
                        + GeneratedWords.plain(random, 4)));
        field(
                "Date",
                DATE.format(Instant.ofEpochSecond(FIRST_DATE + random.nextInt(SECONDS))
                        .atOffset(ZoneOffset.ofHours(random.nextInt(25) - 12))));
        field("Message-ID", "<" + messageId + ">");
        field("X-Case-Note", canary(Canary.Place.HEADER));
        field("MIME-Version", "1.0");
        return header.toString().getBytes(UTF_8);
    }

    private void field(String name, String value) {
        header.append(name).append(": ").append(value).append(lineEnd);
    }

    private String canary(Canary.Place place) {
        String word = GeneratedWords.canary(random);
        canaries.add(new Canary(place, "", word));
        return word;
    }

    /// A canary in the name and one in the address.
    private String mailbox(Canary.Place place) {
        String name = canary(place) + " " + charset.word(random);
        String address = canary(place) + "@city.example.gov";
        return switch (random.nextInt(4)) {
            case 0 -> address + " (" + encoded(name) + ")";
            case 1 -> "\"" + name + "\" <" + address + ">";
            case 2 -> "<" + address + "> (" + encoded(name) + ")";
            default -> encoded(name) + " <" + address + ">";
        };
    }

    private String encoded(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> base64(text);
            case 1 -> quoted(text);
            case 2 ->
                base64(text.substring(0, text.length() / 2)) + lineEnd + " "
                        + base64(text.substring(text.length() / 2));
            default -> text;
        };
    }

    private String base64(String text) {
        return "=?" + charset.label() + "?B?" + Base64.getEncoder().encodeToString(charset.bytes(text)) + "?=";
    }

    private String quoted(String text) {
        StringBuilder word = new StringBuilder("=?" + charset.label() + "?q?");
        for (byte b : charset.bytes(text)) {
            boolean isPlain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
            word.append(isPlain ? String.valueOf((char) b) : b == ' ' ? "_" : String.format("=%02X", b));
        }
        return word.append("?=").toString();
    }
}
