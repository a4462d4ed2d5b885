package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// This makes the MIME fields and the body of a message, in a random shape.
final class GeneratedBody {
    private static final int SHAPES = 11;

    private final Random random;
    private final GeneratedCharset charset;
    private final List<Canary> canaries;
    private final String lineEnd;
    private final GeneratedEncoding encoding;
    private String shape = "";

    GeneratedBody(Random random, GeneratedCharset charset, List<Canary> canaries, String lineEnd) {
        this.random = random;
        this.charset = charset;
        this.canaries = canaries;
        this.lineEnd = lineEnd;
        this.encoding = new GeneratedEncoding(random, charset, lineEnd);
    }

    String shape() {
        return shape;
    }

    byte[] any() {
        return switch (random.nextInt(SHAPES)) {
            case 0 -> shaped("plain", plain("1", Canary.Place.BODY));
            case 1 -> shaped("html", html("1", Canary.Place.BODY));
            case 2 -> shaped("alternative", alternative(""));
            case 3 -> shaped("related", multipart("related", html("1", Canary.Place.BODY), image()));
            case 4 -> shaped("attachments", mixed(plain("1", Canary.Place.BODY), attachment("2"), binary("3")));
            case 5 -> shaped("alternative in mixed", mixed(alternative("1."), attachment("2")));
            case 6 -> shaped("message in mixed", mixed(plain("1", Canary.Place.BODY), attachedMessage("2")));
            case 7 -> shaped("digest", multipart("digest", attachedMessage("1"), attachedMessage("2")));
            case 8 -> shaped("signed", multipart("signed", plain("1", Canary.Place.BODY), signature()));
            case 9 ->
                shaped("delivery report", multipart("report", plain("1", Canary.Place.BODY), attachedMessage("2")));
            default ->
                shaped(
                        "related in alternative",
                        multipart(
                                "alternative",
                                plain("1", Canary.Place.BODY),
                                multipart("related", html("2.1", Canary.Place.ALTERNATIVE), image())));
        };
    }

    private byte[] shaped(String name, byte[] body) {
        shape = name;
        return body;
    }

    private byte[] alternative(String prefix) {
        return multipart(
                "alternative", plain(prefix + "1", Canary.Place.BODY), html(prefix + "2", Canary.Place.ALTERNATIVE));
    }

    private byte[] mixed(byte[]... parts) {
        return multipart("mixed", parts);
    }

    /// Headers, an empty line and the parts.
    private byte[] multipart(String kind, byte[]... parts) {
        String boundary = "b_" + GeneratedWords.canary(random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(
                out,
                "Content-Type: multipart/" + kind + ";" + lineEnd + "\tboundary=\"" + boundary + "\"" + lineEnd
                        + lineEnd);
        if (random.nextBoolean()) write(out, "This is a multi-part message in MIME format." + lineEnd);
        for (byte[] part : parts) {
            write(out, lineEnd + "--" + boundary + lineEnd);
            out.writeBytes(part);
        }
        write(out, lineEnd + "--" + boundary + "--" + lineEnd);
        return out.toByteArray();
    }

    private byte[] plain(String part, Canary.Place place) {
        String text = GeneratedWords.lines(random, lineEnd, 1 + random.nextInt(5))
                + charset.word(random) + " " + canary(place, part) + " " + charset.word(random) + lineEnd
                + "> " + GeneratedWords.plain(random, 5) + lineEnd
                + GeneratedWords.lines(random, lineEnd, random.nextInt(20));
        String format = random.nextInt(4) == 0 ? "; format=flowed" : "";
        return encoding.part("text/plain" + format, "", text);
    }

    private byte[] html(String part, Canary.Place place) {
        String text = "<html><head><style>p { color: red }</style></head><body>" + lineEnd
                + "<p>" + GeneratedWords.plain(random, 8) + " <b>" + canary(place, part) + "</b> "
                + charset.word(random)
                + "</p>" + lineEnd
                + "<div style=\"display:none\">" + canary(Canary.Place.HIDDEN, part) + "</div>" + lineEnd
                + "<table><tr><td>" + GeneratedWords.plain(random, 2) + "</td><td>" + canary(place, part)
                + "</td></tr></table>" + lineEnd
                + "<a href=\"https://example.gov/" + GeneratedWords.plain(random, 1) + "\">here</a></body></html>"
                + lineEnd;
        return encoding.part("text/html", "", text);
    }

    private byte[] attachment(String part) {
        String name = canary(Canary.Place.FILENAME, part) + " " + charset.word(random) + ".csv";
        String text = "parcel,amount" + lineEnd + canary(Canary.Place.ATTACHMENT, part) + ",12.50" + lineEnd;
        return encoding.part("text/csv", encoding.disposition("attachment", name), text);
    }

    private byte[] binary(String part) {
        String name = canary(Canary.Place.FILENAME, part) + ".pdf";
        byte[] bytes = new byte[200 + random.nextInt(2000)];
        random.nextBytes(bytes);
        return encoding.binary(
                "application/pdf; name=\"" + name + "\"", encoding.disposition("attachment", name), bytes);
    }

    private byte[] image() {
        byte[] bytes = new byte[300];
        random.nextBytes(bytes);
        return encoding.binary("image/png", "Content-ID: <" + GeneratedWords.canary(random) + "@x>" + lineEnd, bytes);
    }

    private byte[] signature() {
        return ascii("Content-Type: application/pgp-signature" + lineEnd + lineEnd + "-----BEGIN PGP SIGNATURE-----"
                + lineEnd);
    }

    /// A message with its own headers and body; every canary in it is one of an attached message.
    private byte[] attachedMessage(String part) {
        List<Canary> inner = new ArrayList<>();
        GeneratedCharset other = GeneratedCharset.any(random);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(new GeneratedHeader(random, other, inner, lineEnd)
                .of(GeneratedWords.canary(random) + "@inner.example"));
        raw.writeBytes(new GeneratedBody(random, other, inner, lineEnd).plain("1", Canary.Place.BODY));
        for (Canary canary : inner) {
            String path = part + "/" + canary.part();
            canaries.add(new Canary(Canary.Place.ATTACHED_MESSAGE, path, canary.word()));
        }
        return encoding.message(raw.toByteArray());
    }

    private String canary(Canary.Place place, String part) {
        String word = GeneratedWords.canary(random);
        canaries.add(new Canary(place, part, word));
        return word;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }
}
