package org.muniment.rendition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/// This is the rule by which text from a message becomes text on a page. Nothing invisible comes through it, so the
/// text a page carries is the text a reader sees:
///
/// - every kind of line end becomes a line feed, a tab becomes spaces up to the next multiple of 8 columns, every other
///   kind of space becomes a plain space;
/// - default-ignorable characters (soft hyphen, zero-width characters and joiners, variation selectors, tag characters,
///   directional marks …) are left out: a reader saw nothing there;
/// - what changes the apparent order of text (directional embeddings, overrides, isolates), controls, private-use and
///   unassigned characters, lone surrogates are shown as `[U+202E]`;
/// - the rest is in Unicode normalisation form C.
public final class DisplayableText {
    private static final int TAB_COLUMNS = 8;
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private DisplayableText() {}

    public static String of(String raw) {
        if (isPlain(raw)) return raw;
        StringBuilder text = new StringBuilder(raw.length() + 16);
        int column = 0;
        for (int at = 0; at < raw.length(); ) {
            int codePoint = raw.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\r' && at < raw.length() && raw.charAt(at) == '\n') continue;
            int before = text.length();
            append(codePoint, column, text);
            boolean isLineEnd = text.length() > before && text.charAt(before) == '\n';
            column = isLineEnd ? 0 : column + text.length() - before;
        }
        return NFC.normalize(text);
    }

    static boolean isDisplayable(String text) {
        return of(text).equals(text);
    }

    /// `[U+1F9FF]`: how a page shows a character that cannot be shown as itself.
    static String notation(int codePoint) {
        return String.format(Locale.ROOT, "[U+%04X]", codePoint);
    }

    private static boolean isPlain(String raw) {
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character != '\n' && (character < ' ' || character > '~')) return false;
        }
        return true;
    }

    private static void append(int codePoint, int column, StringBuilder text) {
        switch (codePoint) {
            case '\t' -> text.repeat(' ', TAB_COLUMNS - column % TAB_COLUMNS);
            case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> text.append('\n');
            default -> appendOther(codePoint, text);
        }
    }

    private static void appendOther(int codePoint, StringBuilder text) {
        if (reorders(codePoint)) text.append(notation(codePoint));
        else if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) return;
        else if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) text.append(' ');
        else if (isShownAsItself(codePoint)) text.appendCodePoint(codePoint);
        else text.append(notation(codePoint));
    }

    private static boolean reorders(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isShownAsItself(int codePoint) {
        if (codePoint >= 0xFFF9 && codePoint <= 0xFFFC) return false;
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
