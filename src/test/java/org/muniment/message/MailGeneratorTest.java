package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailGeneratorTest {
    private static final long SEED = 20_261_123;

    @Test
    void everyCanaryOfRandomMailIsReadWhereItWasPut() throws IOException {
        MailGenerator generator = MailGenerator.seeded(SEED);
        for (int i = 0; i < 2_000; i++) {
            GeneratedMail mail = generator.next();
            ParsedCapture parsed = MailParser.parse(new ByteArrayInputStream(mail.raw()));
            String what = "seed " + SEED + ", message " + i + ", " + mail.shape() + ", " + mail.charset();
            assertThat(parsed.report().isPresent()).as(what).isEqualTo(mail.isJournaled());
            assertThat(parsed.message().messageId()).as(what).isEqualTo(mail.messageId());
            assertThat(parsed.hidesText()).as(what).isFalse();
            for (Canary canary : mail.canaries())
                assertThat(textAt(canary, parsed)).as("%s, %s", what, canary).contains(canary.word());
        }
    }

    @Test
    void theSameSeedGivesTheSameMail() {
        assertThat(MailGenerator.seeded(7).next().raw())
                .isEqualTo(MailGenerator.seeded(7).next().raw());
    }

    private static String textAt(Canary canary, ParsedCapture parsed) {
        Message message = parsed.message();
        return switch (canary.place()) {
            case FROM -> names(message.from());
            case TO -> names(message.to());
            case CC -> names(message.cc());
            case BCC -> names(message.bcc());
            case SUBJECT -> message.subject();
            case HEADER -> message.header("X-Case-Note").orElse("");
            case BODY -> message.bodyText();
            case ALTERNATIVE, HIDDEN, ATTACHMENT -> part(message, canary.part()).text();
            case FILENAME -> part(message, canary.part()).fileName();
            case ATTACHED_MESSAGE -> attached(message, canary.part());
            case ENVELOPE -> parsed.report().orElseThrow().recipients().toString();
        };
    }

    private static String names(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::toString).collect(Collectors.joining(", "));
    }

    private static Part part(Message message, String path) {
        return message.parts().stream()
                .filter(part -> part.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String attached(Message message, String path) {
        String holder = path.substring(0, path.indexOf('/'));
        String inner = path.substring(holder.length() + 1);
        Message attached = ((PartContent.AttachedMessage) part(message, holder).content()).message();
        if (!inner.isEmpty()) return part(attached, path).text();
        return Stream.concat(
                        attached.headers().stream().map(HeaderField::value),
                        Stream.of(names(attached.from()), names(attached.to())))
                .collect(Collectors.joining("\n"));
    }
}
