package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/// This reads the text of parts, as much of it as the budget allows.
final class TextReading {
    private static final int HTML_HEAD_BYTES = 2048;

    private final Budget budget;
    private final Defects defects;
    private byte[] buffer = new byte[0];

    TextReading(Budget budget, Defects defects) {
        this.budget = budget;
        this.defects = defects;
    }

    /// Reads a text part's decoded body into the part.
    void read(PartDraft part, InputStream decoded) throws IOException {
        int length = fill(decoded, budget.textBytes(Limits.TEXT_PART_BYTES));
        long beyond = Encodings.drain(decoded);
        part.sizeBytes = length + beyond;
        budget.takeText(length);
        if (beyond > 0)
            defects.add(DefectKind.TEXT_TRUNCATED, part.path, "the last " + beyond + " bytes of the text are not read");
        String text = text(part, length);
        if (part.header.mimeType().equals("text/html")) {
            part.content = html(part, text);
        } else {
            boolean isFlowed = part.header.mimeType().equals("text/plain")
                    && part.header.type().parameter("format").equalsIgnoreCase("flowed");
            part.content = new PartContent.Text(
                    isFlowed
                            ? Flowed.unwrap(
                                    text,
                                    part.header.type().parameter("delsp").equalsIgnoreCase("yes")
                                            ? Flowed.Spaces.DELETED
                                            : Flowed.Spaces.KEPT)
                            : text);
            if (text.startsWith("-----BEGIN PGP MESSAGE-----"))
                defects.add(DefectKind.ENCRYPTED, part.path, "the text is encrypted with PGP");
        }
    }

    private PartContent html(PartDraft part, String text) {
        HtmlText.Read read = HtmlText.read(text);
        if (read.isCut())
            defects.add(DefectKind.TEXT_TRUNCATED, part.path, "the HTML is nested too deep to read whole");
        return new PartContent.Html(text, read.text());
    }

    /// Reads at most `limit` bytes of text around the parts of a multipart.
    String aside(InputStream stream, String charset) throws IOException {
        int length = fill(stream, budget.textBytes(Limits.ASIDE_BYTES));
        budget.takeText(length);
        return withLineFeeds(Charsets.decode(buffer, 0, length, charset).text());
    }

    private int fill(InputStream stream, int limit) throws IOException {
        int length = 0;
        while (length < limit) {
            if (length == buffer.length) buffer = Arrays.copyOf(buffer, Math.min(limit, Math.max(8192, 4 * length)));
            int count = stream.read(buffer, length, Math.min(buffer.length, limit) - length);
            if (count < 0) break;
            length += count;
        }
        return length;
    }

    private String text(PartDraft part, int length) {
        String label = label(part, length);
        int start = hasByteOrderMark(length) ? 3 : 0;
        Charsets.Decoded decoded = Charsets.decode(buffer, start, length, start > 0 ? "utf-8" : label);
        if (decoded.unknown())
            defects.add(DefectKind.CHARSET_UNKNOWN, part.path, "the charset \"" + label + "\" is not known");
        if (decoded.damaged())
            defects.add(DefectKind.CHARSET_WRONG, part.path, "some bytes are not valid in \"" + label + "\"");
        return withLineFeeds(part.header.strayBody() + decoded.text());
    }

    /// HTML may name its charset itself, in its head.
    private String label(PartDraft part, int length) {
        String label = part.header.type().parameter("charset");
        boolean isAsked = label.isEmpty() && part.header.mimeType().equals("text/html");
        if (!isAsked) return label;
        String head = new String(buffer, 0, Math.min(length, HTML_HEAD_BYTES), ISO_8859_1).toLowerCase(Locale.ROOT);
        int start = head.indexOf("charset=");
        if (start < 0) return "";
        start += head.startsWith("\"", start + 8) || head.startsWith("'", start + 8) ? 9 : 8;
        int end = start;
        while (end < head.length() && "\"' />;".indexOf(head.charAt(end)) < 0) end++;
        return head.substring(start, end);
    }

    private boolean hasByteOrderMark(int length) {
        return length >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
    }

    private static String withLineFeeds(String text) {
        if (text.indexOf('\r') < 0) return text;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
