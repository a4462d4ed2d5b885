package org.muniment.search;

import java.time.LocalDate;
import java.time.ZoneId;

/// This is a question to the archive, understood: the text a person wrote, and the exact meaning it was given. The
/// language is described in `docs/search-language.md`.
public final class SearchQuery {
    public static final int TEXT_LENGTH_MAX = 8_000;

    private final String text;
    private final ZoneId zone;
    private final Clause clause;

    SearchQuery(String text, ZoneId zone, Clause clause) {
        this.text = text;
        this.zone = zone;
        this.clause = clause;
    }

    /// Understands `text`. A day begins and ends in `zone`; `today` is what the word `today` means there. Throws
    /// [QueryIsMalformed] with the place and a remedy.
    public static SearchQuery parse(String text, ZoneId zone, LocalDate today) {
        return new SearchQuery(text, zone, new QueryParser(text, today).parse());
    }

    /// What the person wrote.
    public String text() {
        return text;
    }

    /// Where the days of the query begin and end.
    public ZoneId zone() {
        return zone;
    }

    /// The meaning the text was given, written out without anything left to guess: operators and parentheses
    /// explicit, dates absolute. It is itself a query, and means itself.
    public String parsed() {
        return clause.written();
    }

    Clause clause() {
        return clause;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchQuery query && query.zone.equals(zone) && query.clause.equals(clause);
    }

    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + clause.hashCode();
    }

    @Override
    public String toString() {
        return parsed() + " (" + zone + ")";
    }
}
