package org.muniment.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.search.QueryLexer.Kind;
import org.muniment.search.QueryLexer.Star;
import org.muniment.search.QueryLexer.Token;

/// This is how days, months, years and ranges of them are written in a query.
final class QueryDays {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final String HINT =
            "Write a day as 2026-08-01, a month as 2026-08, a year as 2026, a range as 2026-01-01..2026-03-31 (either end may"
                    + " be left out), today or yesterday";

    private final LocalDate today;

    QueryDays(LocalDate today) {
        this.today = today;
    }

    Clause clause(SearchField field, Token token) {
        if (token.kind() == Kind.QUOTED || token.star() == Star.AFTER) throw notADate(token, token.value());
        int dots = token.value().indexOf("..");
        if (dots < 0) {
            var period = period(token, token.value());
            return new Clause.Days(field, Optional.of(period.first()), Optional.of(period.last()));
        }
        var from = token.value().substring(0, dots);
        var to = token.value().substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) throw notADate(token, token.value());
        var first = end(token, from).map(Period::first);
        var last = end(token, to).map(Period::last);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get()))
            throw new QueryIsMalformed(
                    token.where(), "the range ends before it begins", "Write the earlier date first");
        return new Clause.Days(field, first, last);
    }

    private Optional<Period> end(Token token, String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(period(token, written));
    }

    private Period period(Token token, String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "today" -> new Period(today, today);
            case "yesterday" -> new Period(today.minusDays(1), today.minusDays(1));
            default -> {
                var date = DATE.matcher(written);
                if (!date.matches()) throw notADate(token, written);
                try {
                    yield period(date);
                } catch (DateTimeException impossible) {
                    throw new QueryIsMalformed(token.where(), "there is no such date as " + written, HINT);
                }
            }
        };
    }

    private static Period period(Matcher date) {
        int year = Integer.parseInt(date.group(1));
        if (year == 0) throw new DateTimeException("there is no year 0");
        if (date.group(2) == null) return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var month = YearMonth.of(year, Integer.parseInt(date.group(2)));
        if (date.group(3) == null) return new Period(month.atDay(1), month.atEndOfMonth());
        var day = month.atDay(Integer.parseInt(date.group(3)));
        return new Period(day, day);
    }

    private static QueryIsMalformed notADate(Token token, String written) {
        return new QueryIsMalformed(token.where(), "“" + written + "” is not a date", HINT);
    }

    private record Period(LocalDate first, LocalDate last) {}
}
