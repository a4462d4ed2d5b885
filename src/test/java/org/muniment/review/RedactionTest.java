package org.muniment.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.Run;
import org.muniment.rendition.ShownMessage;
import org.muniment.rendition.WithheldAmount;

class RedactionTest {
    private static final AccessionNumber SEVEN = new AccessionNumber(7);

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Ann Smith        ~ `Dear Ann Smith, hello`            ~ `Dear [x], hello`
            ann smith        ~ `Dear ANN  SMITH`                  ~ `Dear [x]`
            Ann Smith        ~ `> Dear Ann\n> > Smith, hello`     ~ `> Dear [x], hello`
            Ann Smith        ~ `Dear Ann\u00a0Smith`              ~ `Dear [x]`
            Ann Smith        ~ `A\u200bn\u00adn \u202aSmith`      ~ `[x]`
            Smith            ~ `S\u200bmi\u00adth`                ~ `[x]`
            office           ~ `the o\ufb03ce`                    ~ `the [x]`
            office           ~ `the \uff4f\uff46\uff46\uff49\uff43\uff45`~ `the [x]`
            STRASSE          ~ `Hauptstraße 3`                    ~ `Haupt[x] 3`
            O'Brien          ~ `Mr O’Brien`                       ~ `Mr [x]`
            ann@example.gov  ~ `write to ann@\n   example.gov`    ~ `write to [x]`
            Jose             ~ `Jose\u0301`                       ~ `José`
            José             ~ `Jose\u0301`                       ~ `[x]`
            aa               ~ `aaaaa`                            ~ `[x]`
            Ann Ann          ~ `Ann Ann Ann`                      ~ `[x]`
            Иванов           ~ `г-н ИВАНОВ`                       ~ `г-н [x]`
            /\\d{3}-\\d{2}/  ~ `no 123-45 and 123-45`             ~ `no [x] and [x]`
            /\\d{3}-\\d{2}/  ~ `no \uff11\uff12\uff13-45`         ~ `no [x]`
            ann              ~ `a\u202enn\u0007.`                ~ `[x][U+0007].`
            /^ann$/m         ~ `a\u202enn`                       ~ `[x]`
            /ann/            ~ `Ann ann`                          ~ `Ann [x]`
            /ann/i           ~ `Ann ann`                          ~ `[x]`
            /^Dear.*$/m      ~ `Oh\nDear Ann\nyes`                ~ `Oh\n[x]\nyes`
            Ann Smith        ~ `A\ue000nn Smi\ufff9th`           ~ `[x]`
            /\\bнет\\b/      ~ `да нет`                           ~ `да [x]`
            ann@example.gov  ~ `(https://x.example/?d=7%7Cann%40example.gov%7C1)`~ `(https://x.example/?d=7%7C[x]%7C1)`
            ann@example.gov  ~ `?u=mailto%253Aann%2540example.gov`~ `?u=mailto%253A[x]`
            Ann Smith        ~ `(https://x.example/?n=Ann+Smith&to=Ann%20Smith)`~ `(https://x.example/?n=[x]&to=[x])`
            José             ~ `(x?n=Jos%C3%A9) (x?n=Jos%E9)`     ~ `(x?n=[x]) (x?n=[x])`
            100%             ~ `100% + 100%zz`                    ~ `[x] + [x]zz`
            /\\w+@\\w+/   ~ `to=ann%40example`                 ~ `to=[x]`
            Ann              ~ `Ann\tx   7\nb   c`              ~ `[x] x 7\nb   c`
            95,000           ~ `a   b\n  Pay   95,000  net\n  c`~ `a   b\n Pay [x] net\n  c`
            """)
    void textIsFoundHoweverItIsWritten(String match, String text, String shown) {
        String json = "[{\"match\":\"" + match.replace("\\", "\\\\") + "\",\"exemption\":\"x\"}]";
        String raw = text.translateEscapes();
        assertThat(shown(redact(json, body(raw)), "1")).isEqualTo(shown.translateEscapes());
    }

    @Test
    void aMarkHoldsOnlyInItsPlaces() {
        List<Passage> passages = List.of(
                passage("from", PassageKind.FROM, "Ann"),
                passage("subject", PassageKind.SUBJECT, "Ann"),
                passage("date", PassageKind.HEADERS, "Ann"),
                passage("1", PassageKind.BODY, "Ann"),
                passage("2:filename", PassageKind.FILENAME, "Ann.pdf"),
                passage("2:type", PassageKind.ATTACHMENT, "Ann"),
                passage("3/1", PassageKind.BODY, "Ann"));
        assertThat(places("[\"from\"]", passages)).containsExactly("from");
        assertThat(places("[\"headers\"]", passages)).containsExactly("from", "subject", "date");
        assertThat(places("[\"body\"]", passages)).containsExactly("1", "3/1");
        assertThat(places("[\"attachment\"]", passages)).containsExactly("2:type", "3/1");
        assertThat(places("[\"filename\",\"subject\"]", passages)).containsExactly("subject", "2:filename");
    }

    @Test
    void overlappingAndTouchingMarksBecomeOneBoxThatNamesBothGrounds() {
        String json = """
                [{"match":"Ann Smith","exemption":"b"},{"match":"Smithson","exemption":"a"},{"match":"!","exemption":"c"}]""";
        assertThat(shown(redact(json, body("Hi Ann Smithson! ok")), "1")).isEqualTo("Hi [a; b; c] ok");
    }

    @Test
    void boxesOfOneGroundWithOnlySpacesBetweenBecomeOne() {
        String json = "[{\"match\":\"Ann\",\"exemption\":\"b\"},{\"match\":\"Lee\",\"exemption\":\"a\"}]";
        assertThat(shown(redact(json, body("Ann  Ann Lee\nAnn")), "1")).isEqualTo("[b] [a]\n[b]");
    }

    @Test
    void aPlaceCountsCodePointsAndTakesWholeClusters() {
        assertThat(shown(redact(place("1", 2, 3), body("a😀bc")), "1")).isEqualTo("a😀[x]c");
        assertThat(shown(redact(place("1", 0, 1), body("👍🏽!")), "1")).isEqualTo("[x]!");
        assertThat(shown(redact(place("1", 1, 2), body("q̣̈r")), "1")).isEqualTo("[x]r");
    }

    @Test
    void aPlaceWithoutOffsetsIsTheWholePartAndAnAttachmentsIsItsName() {
        String json = """
                [{"accession":7,"part":"2","exemption":"x"},{"accession":7,"part":"body","exemption":"y"}]""";
        List<Passage> passages = List.of(
                body("all of it\n\nand more"),
                passage("2:filename", PassageKind.FILENAME, "Ann.pdf"),
                passage("2:size", PassageKind.ATTACHMENT, "about 3 KB"));
        ReviewedMessage reviewed = redact(json, passages);
        assertThat(shown(reviewed, "1")).isEqualTo("[y]");
        assertThat(shown(reviewed, "2:filename")).isEqualTo("[x]");
        assertThat(shown(reviewed, "2:size"))
                .as("the size would tell which file")
                .isEqualTo("[x]");
    }

    @Test
    void aPlaceTheMessageDoesNotHaveStopsTheRelease() {
        assertThatThrownBy(() -> redact(place("9", 0, 1), body("abc")))
                .isInstanceOf(MarksAreMalformed.class)
                .hasMessageContaining("Mark 1 names the part 9, which message 7 does not have. It has: 1.");
        assertThatThrownBy(() -> redact(place("1", 0, 4), body("abc"))).hasMessageContaining("has 3 code points");
    }

    @Test
    void aPlaceInAnotherCaptureOfTheSameMessageCounts() {
        Redaction redaction = marks(place("1", 0, 1)).begin();
        ReviewedMessage reviewed =
                redaction.apply(new AccessionNumber(3), List.of(new AccessionNumber(3), SEVEN), List.of(body("abc")));
        assertThat(shown(reviewed, "1")).isEqualTo("[x]bc");
        assertThat(redaction.unusedMarks()).isEmpty();
    }

    @Test
    void aMarkThatWithheldNothingIsReported() {
        Redaction redaction = marks("[{\"match\":\"Bob\",\"exemption\":\"x\"},{\"match\":\"a\",\"exemption\":\"x\"}]")
                .begin();
        redaction.apply(SEVEN, List.of(SEVEN), List.of(body("abc")));
        assertThat(redaction.unusedMarks()).containsExactly(1);
    }

    @Test
    void aPatternThatRunsOnStopsTheRelease() {
        String bomb = "[{\"match\":\"/(a+)+b/\",\"exemption\":\"x\"}]";
        assertThatThrownBy(() -> redact(bomb, body("a".repeat(5_000))))
                .isInstanceOf(MarksAreMalformed.class)
                .hasMessageContaining("does not come to an end in part 1");
        String deep = "[{\"match\":\"/(a|b)*c/\",\"exemption\":\"x\"}]";
        assertThatThrownBy(() -> redact(deep, body("ab".repeat(1_000_000)))).isInstanceOf(MarksAreMalformed.class);
    }

    @Test
    void theLogHasARowForEachBoxAndNeverTheText() {
        String json = "[{\"match\":\"canary\",\"exemption\":\"x\"}]";
        ReviewedMessage reviewed =
                redact(json, List.of(passage("subject", PassageKind.SUBJECT, "a canary"), body("canary or canary")));
        assertThat(reviewed.rows())
                .containsExactly(
                        new RedactionRow(SEVEN, "subject", PassageKind.SUBJECT, "x"),
                        new RedactionRow(SEVEN, "1", PassageKind.BODY, "x"),
                        new RedactionRow(SEVEN, "1", PassageKind.BODY, "x"));
        assertThat(reviewed.toString()).doesNotContain("canary");
    }

    @Test
    void theSameTextLeftElsewhereIsListedForAPerson() {
        Redaction redaction = marks(place("1", 5, 8)).begin();
        redaction.apply(SEVEN, List.of(SEVEN), List.of(body("Dear Ann, ANN")));
        ShownMessage other = redaction
                .apply(
                        new AccessionNumber(8),
                        List.of(),
                        List.of(body("Ann and ann"), passage("to", PassageKind.TO, "Bo")))
                .shown();
        assertThat(redaction.leftElsewhere(other))
                .containsExactly(new LeftElsewhere(new AccessionNumber(8), "1", 2, List.of(1)));
    }

    @Test
    void aNameOfTwoIdeographsLeftElsewhereIsListedToo() {
        Redaction redaction = marks(place("1", 0, 2)).begin();
        redaction.apply(SEVEN, List.of(SEVEN), List.of(body("王伟 wrote")));
        ShownMessage other = redaction
                .apply(new AccessionNumber(8), List.of(), List.of(body("to 王伟, at")))
                .shown();
        assertThat(redaction.leftElsewhere(other))
                .containsExactly(new LeftElsewhere(new AccessionNumber(8), "1", 1, List.of(1)));
    }

    @Test
    void theVerifierIsGivenWhatWasWithheldOnce() {
        Redaction redaction =
                marks("[{\"match\":\"canary\",\"exemption\":\"x\"}]").begin();
        redaction.apply(SEVEN, List.of(SEVEN), List.of(body("a Canary, a canary")));
        assertThat(redaction.takeWithheld(SEVEN)).containsExactlyInAnyOrder("Canary", "canary");
        assertThat(redaction.takeWithheld(SEVEN)).isEmpty();
    }

    private static List<String> places(String in, List<Passage> passages) {
        return redact("[{\"match\":\"Ann\",\"in\":" + in + ",\"exemption\":\"x\"}]", passages).rows().stream()
                .map(RedactionRow::part)
                .toList();
    }

    private static String place(String part, int from, int to) {
        return "[{\"accession\":7,\"part\":\"%s\",\"from\":%d,\"to\":%d,\"exemption\":\"x\"}]"
                .formatted(part, from, to);
    }

    private static RedactionMarks marks(String json) {
        return RedactionMarks.of(json.getBytes(UTF_8));
    }

    private static ReviewedMessage redact(String json, Passage passage) {
        return redact(json, List.of(passage));
    }

    private static ReviewedMessage redact(String json, List<Passage> passages) {
        return marks(json).begin().apply(SEVEN, List.of(SEVEN), passages);
    }

    private static Passage body(String raw) {
        return passage("1", PassageKind.BODY, raw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            1    ~ up to 10 words
            9    ~ up to 10 words
            12   ~ up to 5 lines
            90   ~ up to 20 lines
            600  ~ up to 1 page
            3000 ~ up to 5 pages
            9000 ~ up to 25 pages
            90000 ~ more than 25 pages
            """)
    void anAmountIsStatedWhereTheMarkAsksForItInClassesThatTellNoWord(int words, String amount) {
        String secret = "secret ".repeat(words).strip();
        Passage body = passage("1", PassageKind.BODY, "It was " + secret + ". Ann too.");
        String marks = """
                [{"match":"/secret( secret)*/","exemption":"552(b)(6)","amount":"stated"},
                 {"match":"Ann","exemption":"552(b)(7)"}]""";
        ReviewedMessage reviewed =
                RedactionMarks.of(marks.getBytes(UTF_8)).begin().apply(SEVEN, List.of(SEVEN), List.of(body));
        assertThat(reviewed.shown().passages().getFirst().runs())
                .filteredOn(Run.Withheld.class::isInstance)
                .extracting(run -> ((Run.Withheld) run).label())
                .containsExactly("552(b)(6), " + amount, "552(b)(7)");
        assertThat(reviewed.rows().getFirst().amount().orElseThrow().words()).isEqualTo(amount);
        assertThat(reviewed.rows().getLast().amount()).isEmpty();
    }

    @Test
    void aBoxThatJoinsMarksStatesTheAmountOfAllItCoversIfAnyAsksForIt() {
        Passage body = passage("1", PassageKind.BODY, "one two three four five six seven eight nine ten eleven twelve");
        String marks = """
                [{"match":"one two three four five six","exemption":"a","amount":"stated"},
                 {"match":"six seven eight nine ten eleven twelve","exemption":"b"}]""";
        ReviewedMessage reviewed =
                RedactionMarks.of(marks.getBytes(UTF_8)).begin().apply(SEVEN, List.of(SEVEN), List.of(body));
        assertThat(reviewed.shown().passages().getFirst().runs())
                .containsExactly(new Run.Withheld("a; b", Optional.of(WithheldAmount.FEW_LINES)));
    }

    private static Passage passage(String part, PassageKind kind, String raw) {
        return new Passage(part, kind, "", DisplayableText.of(raw));
    }

    private static String shown(ReviewedMessage reviewed, String part) {
        return reviewed.shown().passages().stream()
                .filter(passage -> passage.part().equals(part))
                .flatMap(passage -> passage.runs().stream())
                .map(run -> switch (run) {
                    case Run.Shown shown -> shown.text();
                    case Run.Withheld withheld -> "[" + withheld.exemption() + "]";
                })
                .collect(joining());
    }
}
