package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/// This decodes the encoded words of header fields (RFC 2047), also where mailers break the rule: glued to
/// text, inside quotes, with spaces in them, a character split over two words, padding missing.
final class EncodedWords {
    private final String text;
    private final StringBuilder decoded;
    /// Bytes of the words read last, as long as more in the same charset may follow.
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private String pendingCharset = "";
    private boolean undecodable;
    /// What was pending before the word read last, and in which charset.
    private int beforeWord;

    private String beforeCharset = "";

    private EncodedWords(String text) {
        this.text = text;
        this.decoded = new StringBuilder(text.length());
    }

    /// This is a header value as a person reads it; `undecodable` if an encoded word could not be read whole.
    record Decoded(String text, boolean undecodable) {}

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).all().text() : text;
    }

    static Decoded decodeNoting(String text) {
        return text.contains("=?") ? new EncodedWords(text).all() : new Decoded(text, false);
    }

    private Decoded all() {
        int position = 0;
        while (position < text.length()) {
            int start = text.indexOf("=?", position);
            if (start < 0) start = text.length();
            boolean betweenWords = pending.size() > 0 && isBlank(position, start);
            int end = start == text.length() ? -1 : word(start);
            if (end < 0) {
                flush();
                int stop = Math.min(start + 2, text.length());
                decoded.append(text, position, stop);
                position = stop;
            } else {
                if (!betweenWords && start > position) {
                    byte[] held = pending.toByteArray();
                    appendBefore(position, start, held);
                }
                position = end;
            }
        }
        flush();
        return new Decoded(decoded.toString(), undecodable);
    }

    /// The word just read is pending already; what stands before it must come first.
    private void appendBefore(int from, int to, byte[] word) {
        pending.reset();
        String charset = pendingCharset;
        int before = beforeWord;
        pending.write(word, 0, before);
        pendingCharset = beforeCharset;
        flush();
        decoded.append(text, from, to);
        pendingCharset = charset;
        pending.write(word, before, word.length - before);
    }

    private int word(int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') return -1;
        String charset = charset(start + 2, charsetEnd);
        char encoding = text.charAt(charsetEnd + 1);
        boolean isBase64 = encoding == 'B' || encoding == 'b';
        if (charset.isEmpty() || (!isBase64 && encoding != 'Q' && encoding != 'q')) return -1;
        int from = charsetEnd + 3;
        int to = text.indexOf("?=", from);
        // "=?utf-8?Q??=": the second "?" is the end's, not the word's.
        if (to < 0) {
            undecodable = true;
            to = text.length();
        }
        byte[] bytes = isBase64 ? base64(from, to) : quoted(from, to, charset);
        if (!charset.equalsIgnoreCase(pendingCharset)) flush();
        beforeWord = pending.size();
        beforeCharset = pendingCharset;
        pendingCharset = charset;
        pending.writeBytes(bytes);
        return Math.min(to + 2, text.length());
    }

    /// The charset of a word, without the language RFC 2231 allows behind it; empty if this is no charset.
    private String charset(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '*') return text.substring(from, i);
            if (c <= ' ' || c > '~') return "";
        }
        return text.substring(from, to);
    }

    private byte[] base64(int from, int to) {
        byte[] in = text.substring(from, to).getBytes(ISO_8859_1);
        byte[] out = new byte[in.length + 3];
        Base64 base64 = new Base64();
        int length = base64.decode(in, 0, in.length, out, 0);
        length = base64.finish(out, length);
        undecodable |= base64.isBroken();
        return Arrays.copyOf(out, length);
    }

    private byte[] quoted(int from, int to, String charset) {
        // Letters that were sent bare inside the word can only be meant in its charset.
        byte[] in = text.substring(from, to)
                .getBytes(Charsets.lookup(charset.toLowerCase(Locale.ROOT)).orElse(UTF_8));
        byte[] out = new byte[in.length];
        int o = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '_') {
                out[o++] = ' ';
            } else if (in[i] == '='
                    && i + 2 < in.length
                    && QuotedPrintableStream.hex(in[i + 1]) >= 0
                    && QuotedPrintableStream.hex(in[i + 2]) >= 0) {
                out[o++] = (byte) (QuotedPrintableStream.hex(in[i + 1]) << 4 | QuotedPrintableStream.hex(in[i + 2]));
                i += 2;
            } else {
                out[o++] = in[i];
            }
        }
        return Arrays.copyOf(out, o);
    }

    private void flush() {
        if (pending.size() == 0) return;
        byte[] bytes = pending.toByteArray();
        pending.reset();
        Charsets.Decoded word = Charsets.decode(bytes, 0, bytes.length, pendingCharset);
        undecodable |= word.unknown() || word.damaged();
        decoded.append(word.text());
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) if (text.charAt(i) > ' ') return false;
        return true;
    }
}
