package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
    private static final long SEED = 7_041_776;
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            budget                              | budget
            Budget HEARING                      | budget AND hearing
            budget AND hearing                  | budget AND hearing
            a b OR c d                          | (a AND b) OR (c AND d)
            a (b OR c)                          | a AND (b OR c)
            a AND b AND c                       | a AND b AND c
            NOT a                               | NOT a
            -a                                  | NOT a
            a -b                                | a AND NOT b
            a NOT (b OR c)                      | a AND NOT (b OR c)
            NOT NOT a                           | a
            "the exact phrase"                  | "the exact phrase"
            “curly quotes”                      | "curly quotes"
            "Word"                              | "word"
            "AND"                               | "and"
            and                                 | and
            e-mail                              | "e mail"
            3.50                                | "3 50"
            O'Brien's                           | obriens
            Café                                | cafe
            漢字                                 | "漢 字"
            budg*                               | budg*
            *                                   | *
            ***                                 | * AND * AND *
            subject:budget                      | subject:budget
            SUBJECT:budget                      | subject:budget
            subject: budget                     | subject:budget
            subject:"annual budget"             | subject:"annual budget"
            subject:(budget OR "water main")    | subject:budget OR subject:"water main"
            subject:AND                         | subject:and
            attachment:*                        | attachment:*
            source:*                            | *
            from:Ann                            | from:ann
            from:Ann.Lee@City.gov               | from:ann.lee@city.gov
            from:@city.gov                      | from:@city.gov
            from:ann@                           | from:ann@
            from:city.gov                       | from:"city gov"
            to:ann.l*                           | to:ann.l*
            cc:"Ann Lee"                        | cc:"ann lee"
            bcc:bob                             | bcc:bob
            recipient:bob                       | recipient:bob
            messageid:<Abc@x.org>               | messageid:abc@x.org
            messageid:"a b(c"                   | messageid:"a b(c"
            source:M365-Journal                 | source:m365-journal
            sent:2026                           | sent:2026-01-01..2026-12-31
            sent:2024-2                         | sent:2024-02-01..2024-02-29
            sent:2026-08-01                     | sent:2026-08-01
            sent:today                          | sent:2026-03-01
            sent:YESTERDAY                      | sent:2026-02-28
            captured:..2026-03                  | captured:..2026-03-31
            captured:2026-02..                  | captured:2026-02-01..
            sent:2026-01..2026-02               | sent:2026-01-01..2026-02-28
            sent:yesterday..today               | sent:2026-02-28..2026-03-01
            12:30                               | "12 30"
            """)
    void aQueryHasOneMeaningWhichIsItselfAQuery(String text, String parsed) {
        var query = SearchQuery.parse(text, ZONE, TODAY);
        assertThat(query.parsed()).isEqualTo(parsed);
        assertThat(SearchQuery.parse(parsed, ZONE, TODAY)).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | 0  | it is empty                        | *
            `   `               | 0  | it is empty                        | *
            a (b OR c           | 2  | this parenthesis is never closed   | Close it
            a b)                | 3  | this parenthesis closes none       | Remove it
            ()                  | 0  | nothing between                    | Remove them
            a "b c              | 2  | this quotation mark is never closed| Close it
            AND b               | 0  | AND has nothing to join            | both sides
            a OR                | 4  | the query ends too early           | last operator
            a AND OR b          | 6  | OR has nothing to join             | both sides
            NOT                 | 3  | the query ends too early           | last operator
            (a OR )             | 6  | something is missing               | remove
            form:ann            | 0  | there is no field named form       | Did you mean from:?
            recipients:ann      | 0  | there is no field named recipients | Did you mean recipient:?
            http://x.org        | 0  | there is no field named http       | quotation marks
            subject:            | 0  | nothing follows subject:           | after the colon
            subject:(from:ann)  | 9  | inside the parentheses             | Close those
            sent:8/1/2026       | 5  | is not a date                      | 2026-08-01
            sent:2026-02-30     | 5  | no such date                       | 2026-08-01
            sent:2026-13        | 5  | no such date                       | 2026-08-01
            sent:0000           | 5  | no such date                       | 2026-08-01
            sent:"2026"         | 5  | is not a date                      | 2026-08-01
            sent:..             | 5  | is not a date                      | either end
            sent:2026..2025     | 5  | the range ends before it begins    | earlier
            sent:*              | 5  | is not a date                      | 2026-08-01
            bud*get             | 3  | * can only end a word              | budg*
            e-mail*             | 0  | completes one word                 | separately
            ?!                  | 0  | no letter or digit                 | Leave it out
            a ""                | 2  | no letter or digit                 | Leave it out
            """)
    void whatCannotBeUnderstoodIsRefusedWithPlaceAndRemedy(String text, int where, String why, String hint) {
        var refusal = catchThrowableOfType(QueryIsMalformed.class, () -> SearchQuery.parse(text, ZONE, TODAY));
        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.where()).as(refusal.getMessage()).isEqualTo(where);
        assertThat(refusal.why()).contains(why.strip());
        assertThat(refusal.hint()).contains(hint);
    }

    @Test
    void whatIsTooLongTooManyOrTooDeepIsRefused() {
        assertRefused("a".repeat(SearchQuery.TEXT_LENGTH_MAX + 1), "longer than");
        assertRefused("a ".repeat(501), "more than 500 parts");
        assertRefused("(".repeat(60) + "a" + ")".repeat(60), "nested more than");
        assertRefused("NOT ".repeat(60) + "a", "nested more than");
    }

    @Test
    void everyQueryParsesToItselfAgain() {
        var queries = new RandomQueries(SEED);
        for (int i = 0; i < 5_000; i++) {
            var clause = queries.clause(4);
            var query = SearchQuery.parse(clause.written(), ZONE, TODAY);
            assertThat(query.clause()).as("seed %d: %s", SEED, clause.written()).isEqualTo(clause);
        }
    }

    @Test
    void anyTextIsUnderstoodTheSameWayTwiceOrRefused() {
        var random = new Random(SEED);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = randomText(random);
            try {
                var query = SearchQuery.parse(text, ZONE, TODAY);
                understood++;
                assertThat(SearchQuery.parse(query.parsed(), ZONE, TODAY))
                        .as("seed %d: <%s> <%s>", SEED, text, query.parsed())
                        .isEqualTo(query);
            } catch (QueryIsMalformed refusal) {
                assertThat(refusal.where()).as(text).isBetween(0, text.length());
            }
        }
        assertThat(understood).isGreaterThan(1_000);
    }

    private static String randomText(Random random) {
        var pieces = new String[] {
            "(",
            ")",
            "\"",
            "“",
            "”",
            "*",
            "-",
            " ",
            "  ",
            ":",
            "..",
            "\\",
            "@",
            "'",
            "AND ",
            " OR ",
            "NOT ",
            "from:",
            "messageid:",
            "sent:",
            "subject:",
            "source:",
            "2026-01-31",
            "today",
            "word",
            "Ünï",
            "漢字",
            "サーバー",
            "ﬁ",
            "ß",
            "a\u0301",
            "\u200B",
            "İ",
            "ไทย",
            "مَرحبا"
        };
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            if (random.nextInt(5) > 0) text.append(pieces[random.nextInt(pieces.length)]);
            else text.appendCodePoint(random.nextInt(0xD800));
        }
        return text.toString();
    }

    private static void assertRefused(String text, String why) {
        var refusal = catchThrowableOfType(QueryIsMalformed.class, () -> SearchQuery.parse(text, ZONE, TODAY));
        assertThat(refusal).isNotNull();
        assertThat(refusal.why()).contains(why);
    }
}
