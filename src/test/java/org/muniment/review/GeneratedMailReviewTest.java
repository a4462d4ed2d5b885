package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.archive.AccessionNumber;
import org.muniment.message.Canary;
import org.muniment.message.Canary.Place;
import org.muniment.message.GeneratedMail;
import org.muniment.message.MailGenerator;
import org.muniment.message.MailParser;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.MessagePassages;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.Passage;

class GeneratedMailReviewTest {
    private static final long SEED = 20261123;
    private static final AccessionNumber SEVEN = new AccessionNumber(7);
    private static final Set<Place> SHOWN = EnumSet.of(
            Place.FROM, Place.TO, Place.CC, Place.BCC, Place.SUBJECT, Place.BODY, Place.FILENAME, Place.ENVELOPE);

    @Test
    void whatPeopleReadIsOnThePages() throws IOException {
        MailGenerator generator = MailGenerator.seeded(SEED);
        for (int round = 0; round < 200; round++) {
            GeneratedMail mail = generator.next();
            String shown = folded(passages(mail).stream().map(Passage::text).toList());
            for (Canary canary : mail.canaries())
                if (isShown(canary))
                    assertThat(shown)
                            .as("seed %d round %d %s %s", SEED, round, canary, mail.shape())
                            .contains(folded(List.of(canary.word())));
        }
    }

    @Test
    void whatPagesDoNotShowIsNotReleased() throws IOException {
        MailGenerator generator = MailGenerator.seeded(SEED);
        for (int round = 0; round < 200; round++) {
            GeneratedMail mail = generator.next();
            String shown = folded(passages(mail).stream().map(Passage::text).toList());
            for (Place place : List.of(Place.HEADER, Place.ALTERNATIVE, Place.ATTACHMENT))
                for (Canary canary : mail.canaries(place))
                    assertThat(shown)
                            .as("seed %d round %d %s %s", SEED, round, canary, mail.shape())
                            .doesNotContain(folded(List.of(canary.word())));
        }
    }

    @Test
    void noMarkedCanaryIsReachable() throws IOException {
        MailGenerator generator = MailGenerator.seeded(SEED);
        PageLayout layout = new PageLayout(PageFormat.LETTER, FontShelf.ofThisMachine());
        for (int round = 0; round < 200; round++) {
            GeneratedMail mail = generator.next();
            ReviewedMessage reviewed = marks(mail.canaries()).begin().apply(SEVEN, List.of(SEVEN), passages(mail));
            String reachable = folded(Reachable.texts(List.of(reviewed, layout.layOut(reviewed.shown()))));
            for (Canary canary : mail.canaries())
                assertThat(reachable)
                        .as("seed %d round %d %s %s", SEED, round, canary, mail.shape())
                        .doesNotContain(folded(List.of(canary.word())));
        }
    }

    /// Attached mail: its text; of its header fields the generator does not say which they are.
    private static boolean isShown(Canary canary) {
        return canary.place() == Place.ATTACHED_MESSAGE ? !canary.part().endsWith("/") : SHOWN.contains(canary.place());
    }

    private static List<Passage> passages(GeneratedMail mail) throws IOException {
        return MessagePassages.of(MailParser.parse(new ByteArrayInputStream(mail.raw())));
    }

    private static RedactionMarks marks(List<Canary> canaries) {
        List<String> marks = new ArrayList<>();
        for (Canary canary : canaries) marks.add("{\"match\":\"" + canary.word() + "\",\"exemption\":\"1-210(b)(2)\"}");
        return RedactionMarks.of(marks.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String folded(List<String> texts) {
        return FoldedText.of(String.join("\n\n", texts), FoldedText.View.LINES_APART)
                .text();
    }
}
