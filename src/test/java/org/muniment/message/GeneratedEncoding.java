package org.muniment.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Random;

/// This encodes parts for transfer, and their names, in the ways mailers do.
final class GeneratedEncoding {
    private static final int QUOTED_LINE = 70;

    private final Random random;
    private final GeneratedCharset charset;
    private final String lineEnd;

    GeneratedEncoding(Random random, GeneratedCharset charset, String lineEnd) {
        this.random = random;
        this.charset = charset;
        this.lineEnd = lineEnd;
    }

    /// A whole part: its fields, `more` fields, an empty line, the text.
    byte[] part(String type, String more, String text) {
        String typeField = "Content-Type: " + type + "; charset=\"" + charset.label() + "\"" + lineEnd + more;
        byte[] bytes = charset.bytes(text);
        return switch (random.nextInt(3)) {
            case 0 -> joined(typeField, "base64", base64(bytes));
            case 1 -> joined(typeField, "quoted-printable", quoted(bytes));
            default -> joined(typeField, "8bit", bytes);
        };
    }

    byte[] binary(String type, String more, byte[] bytes) {
        return joined("Content-Type: " + type + lineEnd + more, "base64", base64(bytes));
    }

    byte[] message(byte[] raw) {
        String type = "Content-Type: message/rfc822" + lineEnd;
        return random.nextInt(4) == 0 ? joined(type, "base64", base64(raw)) : joined(type, "8bit", raw);
    }

    /// A Content-Disposition with a file name in one of the ways to write one.
    String disposition(String kind, String name) {
        String start = "Content-Disposition: " + kind + ";" + lineEnd + " ";
        return start
                + switch (random.nextInt(4)) {
                    case 0 -> "filename*=" + charset.label() + "''" + percent(charset.bytes(name));
                    case 1 ->
                        "filename*0*=UTF-8''" + percent(name.substring(0, 5).getBytes(UTF_8)) + ";" + lineEnd
                                + " filename*1*=" + percent(name.substring(5).getBytes(UTF_8));
                    case 2 ->
                        "filename=\"=?utf-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)) + "?=\"";
                    default -> "filename=\"" + percentFree(name) + "\"";
                }
                + lineEnd;
    }

    /// Names written as they are go out as ASCII: how a raw name reads depends on the charset of the rest.
    private static String percentFree(String name) {
        return name.chars().allMatch(c -> c < 128) ? name : name.replaceAll("[^\\x20-\\x7E]", "_");
    }

    private byte[] joined(String fields, String encoding, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((fields + "Content-Transfer-Encoding: " + encoding + lineEnd + lineEnd).getBytes(US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private byte[] base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, lineEnd.getBytes(US_ASCII)).encode(bytes);
    }

    private byte[] quoted(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            boolean isPlain = (b > ' ' && b <= '~' && b != '=') || b == '\r' || b == '\n';
            String next = isPlain ? String.valueOf((char) b) : String.format("=%02X", b);
            if (b != '\r' && b != '\n' && column + next.length() > QUOTED_LINE) {
                out.append('=').append(lineEnd);
                column = 0;
            }
            out.append(next);
            column = b == '\n' ? 0 : column + next.length();
        }
        return out.toString().getBytes(US_ASCII);
    }

    private static String percent(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            boolean isPlain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '.';
            out.append(isPlain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return out.toString();
    }
}
