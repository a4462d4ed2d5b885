package org.muniment.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.AnyText;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.Rendition;

class NothingWithheldRemainsTest {
    private static final AccessionNumber SEVEN = new AccessionNumber(7);
    private static final String MARKS = """
            [{"match":"canary zx81q","exemption":"1-210(b)(2)"},{"match":"/zx81q/i","exemption":"1-210(b)(19)"}]""";
    private static final List<String> SPELLINGS = List.of(
            "canary zx81q", "CANARY  ZX81Q", "canary\n> zx81q", "ｃａｎａｒｙ zx81q", "ca\u00ADna\u200Bry zx81\u200Dq");

    @Test
    void noWithheldTextIsReachableFromWhatIsReleased() throws IOException {
        long seed = 81;
        Random random = new Random(seed);
        PageLayout layout = new PageLayout(PageFormat.LETTER, FontShelf.ofThisMachine());
        for (int round = 0; round < 50; round++) {
            ReviewedMessage reviewed = review(anyPassages(random));
            Rendition rendition = layout.layOut(reviewed.shown());
            assertThat(String.join("\n", Reachable.texts(List.of(reviewed, rendition)))
                            .toLowerCase(Locale.ROOT))
                    .as("seed %d round %d", seed, round)
                    .doesNotContain("canary", "zx81q");
            assertThat(reviewed.rows())
                    .as("rows go with boxes, seed %d round %d", seed, round)
                    .extracting(RedactionRow::exemption)
                    .isEqualTo(boxes(rendition));
        }
    }

    @Test
    void pagesAreEqualWhateverWasWithheld() throws IOException {
        PageLayout layout = new PageLayout(PageFormat.LETTER, FontShelf.ofThisMachine());
        List<Rendition> renditions = new ArrayList<>();
        for (String secret : List.of("I", "Wilhelmina Featherstonehaugh", "a long\n\nsecret\n".repeat(500), "سر")) {
            String text = DisplayableText.of("It was " + secret + " who asked.\nBest");
            int length = text.codePointCount(0, text.length());
            String marks = "[{\"accession\":7,\"part\":\"1\",\"from\":7,\"to\":%d,\"exemption\":\"x\"}]"
                    .formatted(length - " who asked.\nBest".length());
            ReviewedMessage reviewed = RedactionMarks.of(marks.getBytes(UTF_8))
                    .begin()
                    .apply(SEVEN, List.of(SEVEN), List.of(new Passage("1", PassageKind.BODY, "", text)));
            renditions.add(layout.layOut(reviewed.shown()));
        }
        assertThat(renditions).allMatch(renditions.getFirst()::equals);
    }

    private static ReviewedMessage review(List<Passage> passages) {
        return RedactionMarks.of(MARKS.getBytes(UTF_8)).begin().apply(SEVEN, List.of(SEVEN), passages);
    }

    private static List<Passage> anyPassages(Random random) {
        List<Passage> passages = new ArrayList<>();
        for (PassageKind kind : PassageKind.values()) {
            StringBuilder raw = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--)
                raw.append(AnyText.of(random))
                        .append(' ')
                        .append(SPELLINGS.get(random.nextInt(SPELLINGS.size())))
                        .append(' ');
            String text = DisplayableText.of(raw.append(AnyText.of(random)).toString());
            passages.add(new Passage(kind.name().toLowerCase(Locale.ROOT), kind, "Label", text));
        }
        return passages;
    }

    private static List<String> boxes(Rendition rendition) {
        return rendition.pages().stream()
                .flatMap(page -> page.lines().stream())
                .flatMap(line -> line.boxes())
                .map(box -> box.exemption())
                .toList();
    }
}
