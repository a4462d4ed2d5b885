package org.muniment.review;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/// Text with what links write as `%40` (RFC 3986 §2.1) read as the `@` it stands for, and a `+` in a web address as the
/// space a form made of it. It remembers where each character came from. Mail systems wrap links in links, so a few
/// layers are taken off.
final class LinkText {
    private static final int LAYERS_MAX = 3;

    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;
    private boolean isWebAddress;

    private LinkText(int lengthMax) {
        starts = new int[lengthMax];
        ends = new int[lengthMax];
    }

    static LinkText of(String raw) {
        LinkText plain = new LinkText(raw.length());
        plain.text.append(raw);
        plain.starts = IntStream.range(0, raw.length()).toArray();
        plain.ends = IntStream.rangeClosed(1, raw.length()).toArray();
        for (int layer = 0; layer < LAYERS_MAX && mayHoldLinks(plain.text()); layer++) plain = plain.decoded();
        return plain;
    }

    static boolean mayHoldLinks(String text) {
        return text.indexOf('%') >= 0 || text.contains("://");
    }

    String text() {
        return text.toString();
    }

    int originalStart(int at) {
        return starts[at];
    }

    int originalEnd(int end) {
        return ends[end - 1];
    }

    private LinkText decoded() {
        LinkText result = new LinkText(text.length());
        String raw = text.toString();
        for (int at = 0; at < raw.length(); ) {
            int end = escapesEnd(raw, at);
            if (end > at) {
                result.append(decode(raw, at, end), starts[at], ends[end - 1]);
            } else {
                end = at + 1;
                result.appendPlain(raw, at, starts[at], ends[at]);
            }
            at = end;
        }
        return result;
    }

    private void appendPlain(String raw, int at, int start, int end) {
        char character = raw.charAt(at);
        if (character == ' ' || character == '\n') isWebAddress = false;
        else if (character == ':') isWebAddress |= raw.startsWith("://", at);
        append(character == '+' && isWebAddress ? " " : String.valueOf(character), start, end);
    }

    /// Each character decoded from a run of escapes comes from the whole run, unless each escape is one character.
    private void append(String decoded, int from, int to) {
        boolean isSingle = decoded.length() * 3 == to - from;
        for (int i = 0; i < decoded.length(); i++) {
            starts[text.length()] = isSingle ? from + 3 * i : from;
            ends[text.length()] = isSingle ? from + 3 * i + 3 : to;
            text.append(decoded.charAt(i));
        }
    }

    private static int escapesEnd(String text, int from) {
        int end = from;
        while (end + 2 < text.length()
                && text.charAt(end) == '%'
                && Character.digit(text.charAt(end + 1), 16) >= 0
                && Character.digit(text.charAt(end + 2), 16) >= 0) end += 3;
        return end;
    }

    private static String decode(String text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 3];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(text.charAt(from + 3 * i + 1), 16);
            bytes[i] = (byte) (high << 4 | Character.digit(text.charAt(from + 3 * i + 2), 16));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
