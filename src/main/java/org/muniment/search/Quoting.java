package org.muniment.search;

/// This is how a value is put in quotation marks in a query and taken out again: `\"` and `\\` stand for the
/// character itself.
final class Quoting {
    private Quoting() {}

    static String unlessPlain(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(Quoting::isSpecial);
        if (plain) return value;
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Whether a character cannot be part of a word written without quotation marks.
    static boolean isSpecial(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '(' || c == ')' || c == '*' || isQuote(c);
    }

    static boolean isQuote(int c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }
}
