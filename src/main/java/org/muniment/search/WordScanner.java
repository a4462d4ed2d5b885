package org.muniment.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// This is the one place that says what a word is: for the index, for queries and for highlighting alike. A word is a
/// run of letters and digits; case and accents are folded, an apostrophe inside a word is dropped. Scripts written
/// without spaces are taken character by character, so that any piece of such a text is a phrase. A run over 64
/// characters goes on as further words.
final class WordScanner {
    private static final int WORD_LENGTH_MAX = 64;
    private static final char[] ASCII = asciiFolded();

    private String text = "";
    private char[] word = new char[WORD_LENGTH_MAX * 4];
    private int length;
    private int start;
    private int end;
    private boolean isFoldingNeeded;
    private boolean isAlone;

    WordScanner over(String newText) {
        text = newText;
        end = 0;
        return this;
    }

    /// Goes to the next word; false at the end of the text.
    boolean next() {
        do {
            if (!findStart()) return false;
            takeWord();
            if (isFoldingNeeded) fold();
        } while (length == 0);
        return true;
    }

    /// The folded word, `length()` characters of it, valid until the next call of [#next].
    char[] buffer() {
        return word;
    }

    int length() {
        return length;
    }

    /// Where the word begins in the text.
    int start() {
        return start;
    }

    /// Where the word ends in the text.
    int end() {
        return end;
    }

    static List<String> words(String text) {
        var scanner = new WordScanner().over(text);
        var words = new ArrayList<String>();
        while (scanner.next()) words.add(new String(scanner.word, 0, scanner.length));
        return words;
    }

    private boolean findStart() {
        int at = end;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < 128) {
                if (ASCII[c] != 0) break;
                at++;
            } else {
                int wide = text.codePointAt(at);
                if (Character.isLetterOrDigit(wide)) break;
                at += Character.charCount(wide);
            }
        }
        start = at;
        end = at;
        return at < text.length();
    }

    private void takeWord() {
        length = 0;
        isFoldingNeeded = false;
        isAlone = false;
        int at = start;
        while (at < text.length() && length < WORD_LENGTH_MAX) {
            char c = text.charAt(at);
            if (c < 128 && ASCII[c] != 0) {
                word[length++] = ASCII[c];
                at++;
            } else if (isApostrophe(c) && isInsideWord(at)) {
                at++;
            } else if (c < 128) {
                break;
            } else {
                int wide = text.codePointAt(at);
                boolean unspaced = isUnspaced(wide);
                if ((unspaced && at > start) || !isPartOfWord(wide)) break;
                at += Character.charCount(wide);
                append(wide);
                if (unspaced) {
                    isAlone = true;
                    at = takeMarks(at);
                    break;
                }
            }
        }
        end = at;
    }

    private int takeMarks(int from) {
        int at = from;
        while (at < text.length() && length < WORD_LENGTH_MAX && isMark(text.codePointAt(at))) {
            append(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private void append(int wide) {
        if (Character.getType(wide) == Character.FORMAT) return;
        length += Character.toChars(wide, word, length);
        isFoldingNeeded = true;
    }

    private boolean isInsideWord(int at) {
        return at > start && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isPartOfWord(int wide) {
        return Character.isLetterOrDigit(wide) || isMark(wide) || Character.getType(wide) == Character.FORMAT;
    }

    private static boolean isMark(int wide) {
        int type = Character.getType(wide);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isUnspaced(int wide) {
        if (wide < 0x0E00) return false;
        return switch (Character.UnicodeScript.of(wide)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO -> true;
            default -> false;
        };
    }

    private void fold() {
        var written = new String(word, 0, length);
        if (isAlone) {
            var whole = Normalizer.normalize(written, Normalizer.Form.NFKC);
            if (whole.length() == length) whole.getChars(0, length, word, 0);
            return;
        }
        var compatible = Normalizer.normalize(written, Normalizer.Form.NFKD);
        var bare = new StringBuilder(compatible.length());
        compatible.codePoints().filter(wide -> !isAccent(wide)).forEach(bare::appendCodePoint);
        var lower = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var folded = new char[lower.length() * 4];
        int size = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        keep(new String(folded, 0, size));
    }

    /// Keeps what is a word by itself: it begins with a letter or digit, even if folding took its first one away.
    private void keep(String folded) {
        length = 0;
        for (int at = 0; at < folded.length() && length < WORD_LENGTH_MAX - 1; ) {
            int wide = folded.codePointAt(at);
            at += Character.charCount(wide);
            boolean kept = length == 0 ? Character.isLetterOrDigit(wide) : isPartOfWord(wide);
            if (kept) length += Character.toChars(wide < 128 ? ASCII[wide] : wide, word, length);
        }
    }

    /// Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic, which people leave out as they
    /// please. Vowel signs of other scripts are letters in all but name and stay.
    private static boolean isAccent(int wide) {
        return (wide >= 0x0300 && wide <= 0x036F)
                || (wide >= 0x0591 && wide <= 0x05C7)
                || (wide >= 0x064B && wide <= 0x065F)
                || wide == 0x0670;
    }

    private static char[] asciiFolded() {
        var folded = new char[128];
        for (char c = '0'; c <= '9'; c++) folded[c] = c;
        for (char c = 'a'; c <= 'z'; c++) folded[c] = c;
        for (char c = 'A'; c <= 'Z'; c++) folded[c] = (char) (c + 32);
        return folded;
    }
}
