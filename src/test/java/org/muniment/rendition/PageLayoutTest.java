package org.muniment.rendition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Block.Role;

class PageLayoutTest {
    private static final String EXEMPTION = "1-210(b)(2)";
    private static final FontShelf FONTS = shelf();

    private static FontShelf shelf() {
        try {
            return FontShelf.ofThisMachine();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void nameTheFonts() {
        System.out.println("fonts: " + FONTS.faces().size());
    }

    @Test
    void noCharacterIsDroppedWhateverTheText() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            List<Run> runs = anyRuns(random);
            Rendition rendition = layOut(runs);
            assertThat(solid(textOf(rendition, Role.PARAGRAPH)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(solid(expected(runs)));
            rendition.pages().forEach(PageLayoutTest::assertDrawnIsRead);
        }
    }

    @Test
    void everyPieceStandsInsideTheMarginsAndBesideTheLast() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++)
            for (Page page : layOut(anyRuns(random)).pages())
                for (Line line : page.lines()) assertInside(line, PageFormat.LETTER);
    }

    @Test
    void theSameInputGivesEqualPages() {
        List<Run> runs = anyRuns(new Random(3));
        assertThat(layOut(runs)).isEqualTo(layOut(runs));
    }

    @Test
    void aBoxIsAsWideForALetterAsForAPage() {
        List<Run> runs = List.of(
                new Run.Shown("Dear "),
                new Run.Withheld(EXEMPTION),
                new Run.Shown(",\nthe sum is "),
                new Run.Withheld(EXEMPTION),
                new Run.Shown("\nשלום "),
                new Run.Withheld(EXEMPTION));
        List<Double> widths = boxes(layOut(runs)).stream().map(Piece.Box::width).toList();
        assertThat(widths).hasSize(3).containsOnly(96.0);
    }

    @Test
    void aBoxSaysItsExemptionInPlaceAndAloud() {
        Piece.Box box = boxes(layOut(List.of(new Run.Withheld(EXEMPTION)))).getFirst();
        assertThat(box.drawnText()).isEqualTo(EXEMPTION);
        assertThat(box.spoken()).isEqualTo("Redacted: 1-210(b)(2)");
        assertThat(box.label().getFirst().x()).isGreaterThan(box.x());
    }

    @Test
    void anExemptionTooLongForItsBoxIsDrawnSmallerNotCut() {
        String exemption = "1-210(b)(2); ".repeat(20) + "1-210(b)(19)";
        Rendition rendition = layOut(List.of(new Run.Withheld(exemption)));
        assertThat(boxes(rendition).getFirst().drawnText()).isEqualTo(exemption);
        rendition.pages().getFirst().lines().forEach(line -> assertInside(line, PageFormat.LETTER));
    }

    @Test
    void rightToLeftTextIsDrawnReversedJoinedAndReadInOrder() {
        Line line = paragraphs(layOut(List.of(new Run.Shown("سلام (1)")))).getFirst();
        assertThat(line.text()).isEqualTo("سلام (1)");
        assertThat(Normalizer.normalize(line.drawnText(), Normalizer.Form.NFKC)).isEqualTo("(1) ملاس");
        assertThat(line.drawnText()).contains("ﺳ").doesNotContain("س");
        assertThat(line.pieces().getLast().x() + line.pieces().getLast().width())
                .isCloseTo(PageFormat.LETTER.right(), within(0.01));
    }

    @Test
    void aCharacterNoFontHasIsWrittenOut() {
        assertThat(textOf(layOut(List.of(new Run.Shown("an 🧿 eye"))), Role.PARAGRAPH))
                .isEqualTo("an [U+1F9FF] eye");
    }

    @Test
    void aFieldNameIsFollowedByItsValueBesideIt() {
        ShownPassage subject = new ShownPassage(
                "subject",
                PassageKind.SUBJECT,
                "Subject",
                List.of(new Run.Shown("Minutes of the " + "x ".repeat(200))));
        List<Line> lines = layOutPassages(List.of(subject)).pages().getFirst().lines();
        assertThat(lines)
                .extracting(line -> line.block().role())
                .startsWith(Role.MESSAGE_HEADING, Role.FIELD_NAME, Role.FIELD_VALUE, Role.FIELD_VALUE);
        assertThat(lines.get(1).baseline()).isEqualTo(lines.get(2).baseline());
        assertThat(lines.get(1).block().number())
                .isLessThan(lines.get(2).block().number());
    }

    @Test
    void attachedMailBeginsOnItsOwnPageUnderAHeading() {
        Rendition rendition = layOutPassages(List.of(
                passage("1", PassageKind.BODY, "outer"),
                passage("2:filename", PassageKind.FILENAME, "inner.eml"),
                passage("2/subject", PassageKind.SUBJECT, "inner subject"),
                passage("2/1", PassageKind.BODY, "inner")));
        assertThat(rendition.pages()).hasSize(2);
        assertThat(rendition.pages().get(1).lines().getFirst().text()).isEqualTo("Attached message, part 2");
        assertThat(textOf(rendition, Role.ATTACHMENT_HEADING)).startsWith("Attachments");
    }

    @Test
    void monstrousTextIsLaidOutWhole() {
        assertWhole("a".repeat(1_000_000));
        assertWhole("line\n".repeat(100_000));
        assertWhole("e" + "́".repeat(200_000));
        assertWhole("مرحبا abc ".repeat(30_000));
        assertWhole("中".repeat(300_000));
        assertWhole(" ".repeat(300_000) + "end");
        assertWhole("ภาษาไทย".repeat(20_000));
        assertWhole("😀".repeat(100_000));
    }

    @Test
    void aTextOfManyBoxesIsLaidOutInOneGo() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            runs.add(new Run.Shown(" <person" + i + "@example.gov>, "));
            runs.add(new Run.Withheld(EXEMPTION));
        }
        assertThat(boxes(layOut(runs))).hasSize(50_000);
    }

    @Test
    void aMessageOfTooManyPagesIsRefused() {
        assertThatThrownBy(() -> layOut(List.of(new Run.Shown("x\n".repeat(500_000)))))
                .isInstanceOf(RenditionIsTooLong.class)
                .hasMessageContaining("Message 7");
    }

    @Test
    void theShippedFontAloneStillShowsEverything() throws IOException {
        PageLayout layout = new PageLayout(PageFormat.A4, FontShelf.of(List.of()));
        ShownPassage body = new ShownPassage("1", PassageKind.BODY, "", List.of(new Run.Shown("Grüße 中")));
        Rendition rendition = layout.layOut(new ShownMessage(new AccessionNumber(7), List.of(body)));
        assertThat(textOf(rendition, Role.PARAGRAPH)).isEqualTo("Grüße [U+4E2D]");
        assertThat(rendition.fonts()).extracting(FontFace::name).containsExactly("LiberationSans-Regular");
    }

    private static void assertWhole(String raw) {
        String text = DisplayableText.of(raw);
        long start = System.nanoTime();
        Rendition rendition = layOut(List.of(new Run.Shown(text)));
        System.out.printf(
                "%d characters, %d pages, %d ms%n",
                text.length(), rendition.pages().size(), (System.nanoTime() - start) / 1_000_000);
        assertThat(solid(textOf(rendition, Role.PARAGRAPH)).equals(solid(text))).isTrue();
    }

    private static void assertDrawnIsRead(Page page) {
        for (Line line : page.lines()) assertThat(characters(line.drawnText())).isEqualTo(characters(line.text()));
    }

    /// Which characters there are: order, joining and mirroring set aside.
    private static List<Integer> characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .map(character -> "([{<«≪⟨".indexOf(character) >= 0
                        ? com.ibm.icu.lang.UCharacter.getMirror(character)
                        : character)
                .sorted()
                .boxed()
                .toList();
    }

    private static void assertInside(Line line, PageFormat format) {
        double x = format.left();
        for (Piece piece : line.pieces()) {
            assertThat(piece.x()).as(line.text()).isGreaterThanOrEqualTo(x - 0.01);
            x = piece.x() + piece.width();
        }
        assertThat(x).as(line.text()).isLessThanOrEqualTo(format.right() + 0.01);
        assertThat(line.baseline()).isBetween(format.bottom(), format.top());
    }

    private static List<Run> anyRuns(RandomGenerator random) {
        List<Run> runs = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            runs.add(new Run.Shown(DisplayableText.of(AnyText.of(random))));
            if (random.nextBoolean()) runs.add(new Run.Withheld(EXEMPTION));
        }
        return runs;
    }

    private static String expected(List<Run> runs) {
        return runs.stream()
                .map(run -> switch (run) {
                    case Run.Shown shown -> drawable(shown.text());
                    case Run.Withheld withheld -> withheld.exemption();
                })
                .collect(joining());
    }

    private static String drawable(String text) {
        return text.codePoints()
                .mapToObj(codePoint -> codePoint == '\n'
                                || FONTS.glyph(codePoint, FontShelf.Weight.REGULAR)
                                        .isPresent()
                        ? Character.toString(codePoint)
                        : DisplayableText.notation(codePoint))
                .collect(joining());
    }

    private static Rendition layOut(List<Run> runs) {
        return layOutPassages(List.of(new ShownPassage("1", PassageKind.BODY, "", runs)));
    }

    private static ShownPassage passage(String part, PassageKind kind, String text) {
        return new ShownPassage(part, kind, "Label", List.of(new Run.Shown(text)));
    }

    private static Rendition layOutPassages(List<ShownPassage> passages) {
        return new PageLayout(PageFormat.LETTER, FONTS).layOut(new ShownMessage(new AccessionNumber(7), passages));
    }

    private static List<Line> paragraphs(Rendition rendition) {
        return rendition.pages().stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.block().role() == Role.PARAGRAPH)
                .toList();
    }

    private static String textOf(Rendition rendition, Role role) {
        return rendition.pages().stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.block().role() == role)
                .map(Line::text)
                .collect(joining());
    }

    private static List<Piece.Box> boxes(Rendition rendition) {
        return rendition.pages().stream()
                .flatMap(page -> page.lines().stream())
                .flatMap(Line::boxes)
                .toList();
    }

    private static String solid(String text) {
        return text.replaceAll("\\s", "");
    }
}
