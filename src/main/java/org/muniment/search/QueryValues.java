package org.muniment.search;

import java.time.LocalDate;
import java.util.List;
import org.muniment.search.QueryLexer.Kind;
import org.muniment.search.QueryLexer.Star;
import org.muniment.search.QueryLexer.Token;

/// This is what a value means in a field: a word, several words in a row, a prefix, an address, a date.
final class QueryValues {
    private final QueryDays days;

    QueryValues(LocalDate today) {
        this.days = new QueryDays(today);
    }

    Clause clause(SearchField field, Token token) {
        boolean starAlone = token.value().isEmpty() && token.star() == Star.AFTER && token.kind() == Kind.WORD;
        if (starAlone && (field == SearchField.ANY || field == SearchField.SOURCE)) return new Clause.Everything();
        if (field.kind() == SearchField.Kind.DATE) return days.clause(field, token);
        if (starAlone) return new Clause.Present(field);
        return switch (field.kind()) {
            case TEXT -> text(field, token);
            case PEOPLE -> people(field, token);
            case LITERAL -> literal(field, token);
            case DATE -> throw new IllegalStateException("dates are understood above");
        };
    }

    private static Clause text(SearchField field, Token token) {
        var words = WordScanner.words(token.value());
        if (words.isEmpty()) throw nothingToLookFor(token);
        if (token.star() == Star.AFTER) return prefix(field, token, words);
        if (token.kind() == Kind.QUOTED || words.size() > 1) return new Clause.Phrase(field, words);
        return new Clause.Word(field, words.getFirst());
    }

    private static Clause people(SearchField field, Token token) {
        var value = Literals.address(token.value());
        boolean address =
                value.indexOf('@') >= 0 && value.length() > 1 && value.chars().noneMatch(Character::isWhitespace);
        if (address && token.star() == Star.NONE) return new Clause.Literal(field, value);
        if (address || (token.star() == Star.AFTER && isPartOfAddress(value))) return new Clause.Prefix(field, value);
        return text(field, token);
    }

    private static boolean isPartOfAddress(String value) {
        return value.length() > 1
                && value.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._-+".indexOf(c) >= 0));
    }

    private static Clause literal(SearchField field, Token token) {
        var value = Literals.value(token.value());
        if (value.isEmpty()) throw nothingToLookFor(token);
        return token.star() == Star.AFTER ? new Clause.Prefix(field, value) : new Clause.Literal(field, value);
    }

    private static Clause prefix(SearchField field, Token token, List<String> words) {
        if (words.size() > 1)
            throw new QueryIsMalformed(
                    token.where(),
                    "* completes one word, and this is several: " + String.join(" ", words),
                    "Write the words separately, with * after the one to be completed");
        return new Clause.Prefix(field, words.getFirst());
    }

    private static QueryIsMalformed nothingToLookFor(Token token) {
        return new QueryIsMalformed(
                token.where(),
                "“" + token.value() + "” has no letter or digit to look for",
                "Leave it out; punctuation and symbols are not indexed");
    }
}
