package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.message.Canary;
import org.muniment.message.GeneratedMail;
import org.muniment.message.MailGenerator;
import org.muniment.message.MailParser;

class CanariesAreFoundTest {
    private static final long SEED = 20_261_124;
    private static final int MAILS = 400;
    private static final Envelope ENVELOPE =
            new Envelope("test", Channel.SMTP, Optional.empty(), List.of("journal@x.gov"), Peer.NONE, Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void everyWordOfEveryPlaceOfRandomMailLeadsToItsMessageAlone() throws IOException {
        var generator = MailGenerator.seeded(SEED);
        var mails = new ArrayList<GeneratedMail>();
        var captures = new ArrayList<ReadCapture>();
        for (int i = 0; i < MAILS; i++) {
            mails.add(generator.next());
            var parsed =
                    MailParser.parse(new ByteArrayInputStream(mails.getLast().raw()));
            captures.add(ReadCapture.of(i, 0, ENVELOPE, parsed, Set.of("journal@x.gov")));
        }
        try (var workers = new Workers(2);
                var index = MessageIndex.open(IndexFolder.open(folder), "log", SearchSettings.in(ZoneOffset.UTC))) {
            index.add(captures, MAILS, workers);
            index.refresh();
            for (int i = 0; i < MAILS; i++) {
                for (var canary : mails.get(i).canaries()) {
                    var description = "seed %d, mail %d, %s, %s"
                            .formatted(SEED, i, mails.get(i).shape(), canary);
                    assertThat(found(index, "\"" + canary.word() + "\""))
                            .as(description)
                            .containsExactly((long) i);
                    assertThat(found(index, field(canary) + "\"" + canary.word() + "\""))
                            .as("in its field: " + description)
                            .containsExactly((long) i);
                }
            }
        }
    }

    private static String field(Canary canary) {
        return switch (canary.place()) {
            case FROM -> "from:";
            case TO -> "to:";
            case CC -> "cc:";
            case BCC -> "bcc:";
            case SUBJECT -> "subject:";
            case BODY, ALTERNATIVE, HIDDEN, ATTACHMENT -> "body:";
            case FILENAME -> "attachment:";
            case ENVELOPE -> "recipient:";
            case HEADER, ATTACHED_MESSAGE -> "";
        };
    }

    private static List<Long> found(MessageIndex index, String text) throws IOException {
        var query = SearchQuery.parse(text, ZoneOffset.UTC, LocalDate.EPOCH);
        return index
                .searching(
                        searcher -> new Answers(searcher).answer(query, SearchScope.everything(), HitPage.newest(10)))
                .shown()
                .stream()
                .map(facts -> facts.first().accession())
                .toList();
    }
}
