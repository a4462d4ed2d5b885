package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muniment.message.Message;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.message.Placement;

class SnippetsTest {
    @Test
    void whatWasFoundIsMarkedInAnyFormOfTheWord() {
        assertThat(marked("permit", "They permitted it; permits follow.")).containsExactly("permitted", "permits");
        assertThat(marked("\"permits follow\"", "permits\n follow, permits, follow"))
                .containsExactly("permits  follow", "permits, follow");
        assertThat(marked("perm*", "Permafrost")).containsExactly("Permafrost");
        assertThat(marked("résumé", "a RESUME")).containsExactly("RESUME");
    }

    @Test
    void whatIsExcludedOrSoughtElsewhereIsNotMarked() {
        assertThat(marked("water NOT fire", "water and fire")).containsExactly("water");
        assertThat(marked("subject:fire water", "water and fire")).containsExactly("water");
    }

    @Test
    void aMessageFoundByOtherThanItsTextShowsItsBeginning() {
        var snippets = snippets("from:ann", "Dear all,\nthe water main broke.");
        assertThat(snippets)
                .containsExactly(new Snippet(Snippet.Place.BODY, "Dear all, the water main broke.", List.of()));
    }

    @Test
    void marksStayInsideTheirSnippetsAndApart() {
        var random = new Random(8);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(400); j > 0; j--)
                text.append(GeneratedLog.WORDS.get(random.nextInt(GeneratedLog.WORDS.size())))
                        .append(random.nextInt(9) == 0 ? "\n" : " ");
            for (var snippet : snippets("permit OR \"fire street\" OR bu* OR 漢字", text.toString())) {
                int end = 0;
                for (var mark : snippet.marks()) {
                    assertThat(mark.start()).isGreaterThanOrEqualTo(end);
                    end = mark.end();
                }
                assertThat(end).isLessThanOrEqualTo(snippet.text().length());
                assertThat(snippet.text()).doesNotContain("\n").hasSizeLessThan(400);
            }
        }
    }

    private static List<String> marked(String query, String body) {
        return snippets(query, body).stream()
                .flatMap(snippet ->
                        snippet.marks().stream().map(mark -> snippet.text().substring(mark.start(), mark.end())))
                .toList();
    }

    private static List<Snippet> snippets(String query, String body) {
        var parsed = SearchQuery.parse(query, ZoneOffset.UTC, LocalDate.EPOCH);
        var part = new Part("1", "text/plain", "", "", "", "", 1, Placement.BODY, new PartContent.Text(body));
        var message = new Message(
                "",
                List.of(),
                "",
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(part),
                List.of());
        return new Snippets(parsed.clause()).of(message);
    }
}
