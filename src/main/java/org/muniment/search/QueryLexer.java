package org.muniment.search;

import java.util.ArrayList;
import java.util.List;

/// This is the query's text cut into tokens. It knows quotation marks, parentheses, operators and where a field's
/// name ends; what the values mean is the parser's to say.
final class QueryLexer {
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        FIELD,
        WORD,
        QUOTED,
        END
    }

    /// One token: `value` without its quotation marks; `starred` if a `*` follows directly.
    record Token(Kind kind, String value, Star star, int where) {}

    enum Star {
        NONE,
        AFTER
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    QueryLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            int c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) at++;
            else if (c == '(') single(Kind.OPEN);
            else if (c == ')') single(Kind.CLOSE);
            else if (Quoting.isQuote(c)) quoted();
            else if (c == '-' && isNegation()) single(Kind.NOT);
            else word();
        }
        tokens.add(new Token(Kind.END, "", Star.NONE, text.length()));
        return tokens;
    }

    private void single(Kind kind) {
        tokens.add(new Token(kind, text.substring(at, at + 1), Star.NONE, at));
        at++;
    }

    private boolean isNegation() {
        return at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)) && !isAfterField();
    }

    private boolean isAfterField() {
        return !tokens.isEmpty() && tokens.getLast().kind() == Kind.FIELD;
    }

    private void quoted() {
        int opened = at;
        boolean plain = text.charAt(at++) == '"';
        var value = new StringBuilder();
        while (at < text.length() && !closes(text.charAt(at), plain)) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) at++;
            value.append(text.charAt(at++));
        }
        if (at == text.length())
            throw new QueryIsMalformed(
                    opened, "this quotation mark is never closed", "Close it with \" where the exact phrase ends");
        at++;
        tokens.add(new Token(Kind.QUOTED, value.toString(), star(), opened));
    }

    private static boolean closes(char c, boolean plain) {
        return plain ? c == '"' : Quoting.isQuote(c) && c != '“' && c != '„';
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    private Star star() {
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            return Star.AFTER;
        }
        return Star.NONE;
    }

    private void word() {
        int from = at;
        while (at < text.length() && !Quoting.isSpecial(text.charAt(at))) {
            if (text.charAt(at) == ':' && isFieldName(from, at)) {
                tokens.add(new Token(Kind.FIELD, text.substring(from, at), Star.NONE, from));
                at++;
                return;
            }
            at++;
        }
        var value = text.substring(from, at);
        var star = star();
        if (star == Star.AFTER && at < text.length() && !Quoting.isSpecial(text.charAt(at)))
            throw new QueryIsMalformed(
                    at - 1, "* can only end a word", "Write the beginning of the word and * after it, as in budg*");
        tokens.add(new Token(star == Star.AFTER ? Kind.WORD : operatorOrWord(value), value, star, from));
    }

    /// A name directly before a colon, unless it itself is the value of a field already named.
    private boolean isFieldName(int from, int colon) {
        return colon > from
                && !isAfterField()
                && text.substring(from, colon).chars().allMatch(Character::isLetter);
    }

    private Kind operatorOrWord(String value) {
        if (isAfterField()) return Kind.WORD;
        return switch (value) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            default -> Kind.WORD;
        };
    }
}
