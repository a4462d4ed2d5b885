package org.muniment.merklelog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The spellings a note may use. Each value has exactly one, so that no two texts mean the same signed thing.
final class Canonical {
    private Canonical() {}

    static byte[] base64(String text, String what) throws NoteIsMalformed {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new NoteIsMalformed(what + " is not canonical base64: \"" + shortened(text) + "\"");
    }

    static long decimal(String text, String what) throws NoteIsMalformed {
        if (text.matches("0|[1-9][0-9]{0,18}")) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // 19 digits above 2^63-1, said below
            }
        }
        throw new NoteIsMalformed(what + " is not a canonical decimal number: \"" + shortened(text) + "\"");
    }

    /// Returns the text of valid UTF-8 without control characters other than newline.
    static String text(byte[] bytes) throws NoteIsMalformed {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NoteIsMalformed("a note must be valid UTF-8, and this one is not");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n'))
            throw new NoteIsMalformed("a note must not contain control characters other than newline");
        return text;
    }

    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
