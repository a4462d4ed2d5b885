package org.muniment.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How words are written in mail: encoded words, quoted-printable, base64. Lines end CRLF.
final class MimeText {
    static final String CRLF = "\r\n";
    private static final int LINE = 72;
    private static final int WORD_BYTES = 36;

    private MimeText() {}

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /// A header's value (RFC 2047), in encoded words that each hold whole characters.
    static String header(String text) {
        if (isAscii(text)) return text;
        var words = new StringBuilder();
        var piece = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            String next = Character.toString(character);
            if (bytes(piece + next).length > WORD_BYTES) {
                words.append(word(piece.toString())).append(CRLF).append(' ');
                piece.setLength(0);
            }
            piece.append(next);
        }
        return words.append(word(piece.toString())).toString();
    }

    private static String word(String piece) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes(piece)) + "?=";
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, CRLF.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes)
                + CRLF;
    }

    /// A part of text with its own headers: 7bit, quoted-printable or, where most is not Latin, base64.
    static String part(String type, String text) {
        String lines = text.replace("\n", CRLF) + CRLF;
        String head = "Content-Type: " + type + "; charset=\"utf-8\"" + CRLF + "Content-Transfer-Encoding: ";
        if (isAscii(text) && type.equals("text/plain")) return head + "7bit" + CRLF + CRLF + lines;
        long foreign = text.chars().filter(c -> c > 0x2000).count();
        return foreign * 3 > text.length()
                ? head + "base64" + CRLF + CRLF + base64(bytes(lines))
                : head + "quoted-printable" + CRLF + CRLF + quotedPrintable(lines);
    }

    private static String quotedPrintable(String text) {
        var out = new StringBuilder();
        int column = 0;
        for (byte each : bytes(text)) {
            int value = each & 0xff;
            if (value == '\r') continue;
            if (value == '\n') {
                out.append(CRLF);
                column = 0;
                continue;
            }
            String written =
                    value == '=' || value < 32 || value > 126 ? "=%02X".formatted(value) : String.valueOf((char) value);
            if (column + written.length() > LINE) {
                out.append('=').append(CRLF);
                column = 0;
            }
            out.append(written);
            column += written.length();
        }
        return out.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
