package org.muniment.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.muniment.search.QueryLexer.Kind;
import org.muniment.search.QueryLexer.Token;

/// This is the grammar of the query language, by recursive descent: OR of ANDs of possibly negated items, words side
/// by side being joined by AND.
final class QueryParser {
    private static final int CLAUSES_MAX = 500;
    private static final int DEPTH_MAX = 50;

    private final List<Token> tokens;
    private final QueryValues values;
    private int next;
    private int clauses;
    private int depth;

    QueryParser(String text, LocalDate today) {
        if (text.length() > SearchQuery.TEXT_LENGTH_MAX)
            throw new QueryIsMalformed(
                    SearchQuery.TEXT_LENGTH_MAX,
                    "the query is longer than " + SearchQuery.TEXT_LENGTH_MAX + " characters",
                    "Ask it in several parts");
        this.tokens = new QueryLexer(text).tokens();
        this.values = new QueryValues(today);
    }

    Clause parse() {
        if (peek().kind() == Kind.END)
            throw new QueryIsMalformed(0, "it is empty", "Write a word to look for, or * for every message");
        var clause = either(SearchField.ANY);
        if (peek().kind() == Kind.CLOSE)
            throw new QueryIsMalformed(
                    peek().where(), "this parenthesis closes none", "Remove it, or open one with ( before it");
        return clause;
    }

    private Clause either(SearchField field) {
        var clauses = new ArrayList<Clause>();
        clauses.add(all(field));
        while (peek().kind() == Kind.OR) {
            next++;
            clauses.add(all(field));
        }
        return Clause.or(clauses);
    }

    private Clause all(SearchField field) {
        var clauses = new ArrayList<Clause>();
        clauses.add(item(field));
        while (true) {
            switch (peek().kind()) {
                case AND -> {
                    next++;
                    clauses.add(item(field));
                }
                case OR, CLOSE, END -> {
                    return Clause.and(clauses);
                }
                case OPEN, NOT, FIELD, WORD, QUOTED -> clauses.add(item(field));
            }
        }
    }

    private Clause item(SearchField field) {
        var token = tokens.get(next++);
        if (++clauses > CLAUSES_MAX)
            throw new QueryIsMalformed(
                    token.where(), "it has more than " + CLAUSES_MAX + " parts", "Ask it in several parts");
        return switch (token.kind()) {
            case NOT -> deeper(token, () -> Clause.not(item(field)));
            case OPEN -> deeper(token, () -> group(field, token));
            case FIELD -> restricted(field, token);
            case WORD, QUOTED -> values.clause(field, token);
            case AND, OR, CLOSE, END -> throw nothingHere(token);
        };
    }

    private Clause deeper(Token token, Supplier<Clause> inner) {
        if (++depth > DEPTH_MAX)
            throw new QueryIsMalformed(
                    token.where(), "it is nested more than " + DEPTH_MAX + " deep", "Use fewer parentheses");
        var clause = inner.get();
        depth--;
        return clause;
    }

    private Clause group(SearchField field, Token opened) {
        if (peek().kind() == Kind.CLOSE)
            throw new QueryIsMalformed(opened.where(), "there is nothing between these parentheses", "Remove them");
        var clause = either(field);
        if (peek().kind() != Kind.CLOSE)
            throw new QueryIsMalformed(opened.where(), "this parenthesis is never closed", "Close it with )");
        next++;
        return clause;
    }

    private Clause restricted(SearchField outer, Token name) {
        var field = SearchField.named(name.value()).orElseThrow(() -> unknown(name));
        if (outer != SearchField.ANY)
            throw new QueryIsMalformed(
                    name.where(),
                    "a field stands inside the parentheses of the field " + outer.word(),
                    "Close those parentheses first");
        return switch (peek().kind()) {
            case WORD, QUOTED, OPEN -> item(field);
            case AND, OR, NOT, CLOSE, END, FIELD ->
                throw new QueryIsMalformed(
                        name.where(),
                        "nothing follows " + name.value() + ":",
                        "Write what to look for directly after the colon; in quotation marks if it is one of AND, OR, NOT");
        };
    }

    private static QueryIsMalformed unknown(Token name) {
        var suggestion = SearchField.nearest(name.value())
                .map(field -> "Did you mean " + field.word() + ":? ")
                .orElse("");
        return new QueryIsMalformed(
                name.where(),
                "there is no field named " + name.value(),
                suggestion + "The fields are " + SearchField.list()
                        + "; to look for the text itself put it in quotation marks");
    }

    private static QueryIsMalformed nothingHere(Token token) {
        return switch (token.kind()) {
            case AND, OR ->
                new QueryIsMalformed(
                        token.where(),
                        token.value() + " has nothing to join here",
                        "Write something on both sides of it, or \""
                                + token.value().toLowerCase(Locale.ROOT)
                                + "\" in quotation marks to look for the word");
            case CLOSE ->
                new QueryIsMalformed(
                        token.where(),
                        "something is missing before this parenthesis",
                        "Complete it or remove the operator");
            case END, OPEN, NOT, FIELD, WORD, QUOTED ->
                new QueryIsMalformed(
                        token.where(), "the query ends too early", "Complete it or remove the last operator");
        };
    }

    private Token peek() {
        return tokens.get(next);
    }
}
