package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// This is a structured MIME header value, `text/plain; charset=utf-8`: its lower-case first word and its
/// parameters by lower-case name, decoded (RFC 2231, and RFC 2047 where mailers use that instead).
record MimeValue(String value, Map<String, String> parameters) {
    static final MimeValue NONE = new MimeValue("", Map.of());

    private static final int PARAMETERS = 200;

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    static MimeValue parse(String text) {
        int end = text.indexOf(';');
        String first = end < 0 ? text : text.substring(0, end);
        int comment = first.indexOf('(');
        if (comment >= 0) first = first.substring(0, comment);
        String value = first.strip().toLowerCase(Locale.ROOT);
        int space = indexOfSpace(value);
        // "text/plain charset=utf-8": the semicolon was forgotten.
        if (space > 0 && value.indexOf('=', space) > 0)
            return new MimeValue(value.substring(0, space), parameters(text.strip(), space));
        if (space > 0 && value.indexOf('/') > 0) value = value.replace(" ", "").replace("\t", "");
        return new MimeValue(value, end < 0 ? Map.of() : parameters(text, end + 1));
    }

    private static int indexOfSpace(String value) {
        for (int i = 0; i < value.length(); i++) if (value.charAt(i) <= ' ') return i;
        return -1;
    }

    private static Map<String, String> parameters(String text, int from) {
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Piece>> pieces = new HashMap<>();
        int position = from;
        for (int count = 0; position < text.length() && count < PARAMETERS; count++) {
            int equals = text.indexOf('=', position);
            int semicolon = text.indexOf(';', position);
            if (equals < 0) break;
            if (semicolon >= 0 && semicolon < equals) {
                position = semicolon + 1;
                continue;
            }
            String name = text.substring(position, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            position = value(text, equals + 1, value);
            int star = name.indexOf('*');
            if (star < 0) plain.putIfAbsent(name, EncodedWords.decode(value.toString()));
            else addPiece(pieces, name, star, value.toString());
        }
        // RFC 2231 wins over a plain parameter of the same name, which is there for old readers.
        pieces.forEach((name, inOrder) -> plain.put(name, joined(inOrder)));
        return plain;
    }

    /// Reads a value up to its semicolon into `value`. Returns the position after it.
    private static int value(String text, int from, StringBuilder value) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') i++;
        boolean isQuoted = i < text.length() && text.charAt(i) == '"';
        if (isQuoted) {
            for (i++; i < text.length() && text.charAt(i) != '"'; i++) {
                boolean isEscape = text.charAt(i) == '\\'
                        && i + 1 < text.length()
                        && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
                value.append(text.charAt(isEscape ? ++i : i));
            }
        }
        int end = text.indexOf(';', i);
        if (end < 0) end = text.length();
        if (!isQuoted) value.append(text.substring(i, end).strip());
        return end + 1;
    }

    private record Piece(String text, boolean isEncoded) {}

    private static void addPiece(Map<String, TreeMap<Integer, Piece>> pieces, String name, int star, String text) {
        String number = name.substring(star + 1);
        boolean isEncoded = number.isEmpty() || number.endsWith("*");
        if (number.endsWith("*")) number = number.substring(0, number.length() - 1);
        boolean isNumber = number.length() < 5 && number.chars().allMatch(Character::isDigit);
        if (!isNumber) return;
        pieces.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                .putIfAbsent(number.isEmpty() ? 0 : Integer.parseInt(number), new Piece(text, isEncoded));
    }

    private static String joined(TreeMap<Integer, Piece> pieces) {
        StringBuilder bytes = new StringBuilder();
        String charset = "";
        boolean first = true;
        for (Piece piece : pieces.values()) {
            String text = piece.text();
            if (piece.isEncoded()) {
                int quote = first ? text.indexOf('\'') : -1;
                int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
                if (second >= 0) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
                percentDecode(text, bytes);
            } else {
                bytes.append(new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1));
            }
            first = false;
        }
        byte[] raw = bytes.toString().getBytes(ISO_8859_1);
        return EncodedWords.decode(Charsets.decode(raw, 0, raw.length, charset).text());
    }

    private static void percentDecode(String text, StringBuilder bytes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.append((char) (high << 4 | low));
                i += 2;
            } else if (c < 256) {
                bytes.append(c);
            } else {
                bytes.append(
                        new String(String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1));
            }
        }
    }
}
