package org.muniment.detection;

import java.util.Arrays;
import java.util.Locale;

/// A text as words and numbers. The text itself is made comparable, character by character: digits of every script are
/// ASCII digits here, full-width letters plain ones, every dash is a hyphen. Offsets stay those of the original.
final class Tokens {
    /// Longer tokens are nothing the rules know; their beginning is enough.
    static final int CHARACTERS_MAX = 40;
    /// `SSN123456789` is a word and a number; `S12345678` may be a licence.
    private static final int LETTERS_OF_A_WORD = 3;

    /// What is farther apart does not belong together.
    static final int GAP_MAX = 120;

    private final char[] text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] numbers = new boolean[64];
    private boolean[] withDigits = new boolean[64];
    private int count;

    private Tokens(char[] text) {
        this.text = text;
    }

    static Tokens of(String raw) {
        Tokens tokens = new Tokens(raw.toCharArray());
        for (int at = 0; at < tokens.text.length; at++) tokens.text[at] = plain(tokens.text[at]);
        int at = 0;
        while (at < tokens.text.length) at = Character.isLetterOrDigit(tokens.text[at]) ? tokens.addAt(at) : at + 1;
        return tokens;
    }

    int count() {
        return count;
    }

    int from(int token) {
        return starts[token];
    }

    int to(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    /// Digits only.
    boolean isNumber(int token) {
        return numbers[token];
    }

    boolean hasDigit(int token) {
        return withDigits[token];
    }

    /// The token as it stands, at most [#CHARACTERS_MAX] characters of it.
    String at(int token) {
        return new String(text, starts[token], Math.min(length(token), CHARACTERS_MAX));
    }

    String lower(int token) {
        return at(token).toLowerCase(Locale.ROOT);
    }

    boolean isCapitalised(int token) {
        return Character.isUpperCase(text[starts[token]]);
    }

    /// What stands between this token and the next; empty if there is none, or if it is longer than four characters.
    String gapAfter(int token) {
        if (token + 1 >= count) return "";
        int length = starts[token + 1] - ends[token];
        return length > 4 ? "" : new String(text, ends[token], length);
    }

    /// Does the next token follow at once, on the same line, with punctuation and spaces between at most?
    boolean isCloseToNext(int token) {
        String gap = gapAfter(token);
        return !gap.isEmpty() && gap.indexOf('\n') < 0;
    }

    /// The line ends between two tokens, three at most; three also if they are far apart.
    int lineEndsAfter(int token) {
        if (starts[token + 1] - ends[token] > GAP_MAX) return 3;
        int lineEnds = 0;
        for (int at = ends[token]; at < starts[token + 1] && lineEnds < 3; at++) if (text[at] == '\n') lineEnds++;
        return lineEnds;
    }

    /// The character there; a space outside the text.
    char charAt(int index) {
        return index < 0 || index >= text.length ? ' ' : text[index];
    }

    boolean isPartOfWord(int index) {
        return Character.isLetterOrDigit(charAt(index));
    }

    /// Does what stands from here to there stand for itself, and is no part of a longer number, sum, path or name?
    boolean isFree(int from, int to) {
        char before = charAt(from - 1);
        char after = charAt(to);
        if (isPartOfWord(from - 1) && before < 128 && Character.isDigit(before)) return false;
        if (before == '$' || before == '€' || before == '£' || before == '_' || after == '_') return false;
        if ("-/\\.@&".indexOf(before) >= 0 && isPartOfWord(from - 2)) return false;
        if (after == '%' || after == '@') return false;
        return "-/\\.".indexOf(after) < 0 || !isPartOfWord(to + 1);
    }

    private int addAt(int start) {
        int end = start;
        int letters = 0;
        boolean isNumber = true;
        while (end < text.length && Character.isLetterOrDigit(text[end])) {
            boolean isDigit = text[end] >= '0' && text[end] <= '9';
            if (isDigit && letters == end - start && letters >= LETTERS_OF_A_WORD) break;
            if (!isDigit) letters++;
            isNumber &= isDigit;
            end++;
        }
        add(start, end, isNumber, letters < end - start);
        return end;
    }

    private void add(int start, int end, boolean isNumber, boolean hasDigit) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            withDigits = Arrays.copyOf(withDigits, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        numbers[count] = isNumber;
        withDigits[count] = hasDigit;
        count++;
    }

    private static char plain(char character) {
        if (character < 128) return character;
        if (Character.isDigit(character)) return (char) ('0' + Character.digit(character, 10));
        if (character >= 0xFF01 && character <= 0xFF5E) return (char) (character - 0xFEE0);
        return switch (character) {
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            case '’', '‘' -> '\'';
            case '\u00A0' -> ' ';
            default -> character;
        };
    }
}
