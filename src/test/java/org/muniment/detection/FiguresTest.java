package org.muniment.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.MailPacks;

/// Keeps docs/detection.md true. To publish new figures: `mvn test -Dtest=FiguresTest -Dmuniment.publish=true`.
class FiguresTest {
    private static final Path PAGE = Path.of("docs", "detection.md");
    private static final int TIMES = 20;

    @Test
    void theFiguresOfInventedLettersAreAsPublished() throws IOException {
        Hits hits = new Hits(finding -> finding.sureness() != Sureness.LOW);
        Hits guesses = new Hits(finding -> true);
        for (LabelledText text : InventedLetters.written(TIMES)) {
            hits.add(text);
            guesses.add(text);
        }
        hits.mistakes().stream()
                .limit(Integer.getInteger("muniment.mistakes", 0))
                .forEach(System.out::println);
        check("invented", FiguresTable.of(hits) + FiguresTable.total("guesses included", guesses));
    }

    @Test
    void theFiguresOfThePublicCasesAreAsPublished() throws IOException {
        Path pack = MailPacks.unpacked("dev-1-mime");
        Hits hits = new Hits(finding -> true);
        for (RecogniserCases.Case one : RecogniserCases.read(pack)) RecogniserCases.add(one, hits);
        hits.mistakes().stream()
                .limit(Integer.getInteger("muniment.mistakes", 0))
                .forEach(System.out::println);
        check("cases", FiguresTable.of(hits));
    }

    @Test
    void theFiguresOfThePublicSentencesAreAsPublished() throws IOException {
        Path pack = MailPacks.unpacked("dev-1-mime");
        Hits hits = new Hits(finding -> true);
        for (RecogniserCases.Case one : RecogniserCases.sentences(pack)) RecogniserCases.add(one, hits);
        hits.mistakes().stream()
                .limit(Integer.getInteger("muniment.mistakes", 0))
                .forEach(System.out::println);
        check("sentences", FiguresTable.of(hits));
    }

    @Test
    void theFalseAlarmsAtNumbersOfOtherCountriesAreAsPublished() throws IOException {
        List<RecogniserCases.Case> others = RecogniserCases.read(MailPacks.unpacked("dev-1-mime")).stream()
                .filter(one -> one.kind().isEmpty())
                .toList();
        long sure = others.stream()
                .flatMap(one -> Findings.in(one.text()).found().stream())
                .filter(finding -> finding.sureness() != Sureness.LOW)
                .count();
        long all = others.stream()
                .mapToLong(one -> Findings.in(one.text()).found().size())
                .sum();
        check("others", "%d texts, %d findings, %d more as guesses\n".formatted(others.size(), sure, all - sure));
    }

    private static void check(String section, String figures) throws IOException {
        String begin = "<!-- " + section + " -->\n";
        String end = "<!-- end -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end, from);
        assertThat(page).contains(begin);
        if (Boolean.getBoolean("muniment.publish"))
            Files.writeString(PAGE, page.substring(0, from) + "\n" + figures + "\n" + page.substring(to));
        else assertThat(page.substring(from, to).strip()).as(section).isEqualTo(figures.strip());
    }
}
