package org.muniment.rendition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muniment.message.Defect;
import org.muniment.message.DefectKind;
import org.muniment.message.EmailAddress;
import org.muniment.message.HeaderField;
import org.muniment.message.JournalRecipient;
import org.muniment.message.JournalReport;
import org.muniment.message.Message;
import org.muniment.message.MessageIdentity;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.message.Placement;

class MessagePassagesTest {
    private static final EmailAddress ANN = new EmailAddress("Ann", "ann@example.gov");
    private static final Part BODY =
            part("1", "text/plain", "", 12, Placement.BODY, new PartContent.Text("Hello\n\nAnn"));

    @Test
    void aMessageShowsTheHeadersPeopleReadThenItsTextThenItsAttachments() {
        Part file = part("2", "application/pdf", "plan \u202Efdp.exe", 1_234_567, Placement.ATTACHMENT, attached());
        assertThat(shown(MessagePassages.of(capture(message(List.of(BODY, file), List.of())))))
                .isEqualTo("""
                        from FROM From: Ann <ann@example.gov>
                        to TO To: Ann <ann@example.gov>; bo@example.gov
                        date HEADERS Date: Mon, 1 Jun 2026 09:00:00 +0200
                        subject SUBJECT Subject: Minutes and more
                        message-id HEADERS Message-ID: <1@example.gov>
                        1 BODY : Hello

                        Ann
                        2:filename FILENAME Name: plan [U+202E]fdp.exe
                        2:type ATTACHMENT Type: application/pdf
                        2:size ATTACHMENT Size: about 1 MB""");
    }

    @Test
    void anAlternativeOfTheBodyIsNotShown() {
        Part html = part("2", "text/html", "", 9, Placement.ALTERNATIVE, new PartContent.Html("<p>secret", "secret"));
        assertThat(shown(MessagePassages.of(capture(message(List.of(BODY, html), List.of())))))
                .doesNotContain("secret");
    }

    @Test
    void attachedMailIsShownAfterTheMessageUnderItsPart() {
        Message inner = message(List.of(BODY), List.of());
        Part mail = part("2", "message/rfc822", "", 0, Placement.ATTACHMENT, new PartContent.AttachedMessage(inner));
        List<Passage> passages = MessagePassages.of(capture(message(List.of(BODY, mail), List.of())));
        assertThat(passages)
                .extracting(Passage::part)
                .containsSubsequence("1", "2:filename", "2:type", "2/from", "2/subject", "2/1")
                .doesNotContain("2:size")
                .doesNotHaveDuplicates();
        assertThat(passages.getLast().isAttached()).isTrue();
    }

    @Test
    void aProbableBlindCopyIsNotCalledBcc() {
        JournalReport report = new JournalReport(
                "ann@example.gov",
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(
                        recipient(JournalRecipient.Role.TO, "ann@example.gov"),
                        recipient(JournalRecipient.Role.BCC, "proven@example.gov"),
                        recipient(JournalRecipient.Role.RECIPIENT, "probable@example.gov"),
                        recipient(JournalRecipient.Role.RECIPIENT, "BO@example.gov")),
                "");
        ParsedCapture capture = new ParsedCapture(
                Optional.of(report), List.of(message(List.of(BODY), List.of())), identity(), List.of());
        assertThat(shown(MessagePassages.of(capture)))
                .contains(
                        "envelope:bcc BCC Bcc in journal: proven@example.gov\n",
                        "envelope:to BCC Also reached: probable@example.gov\n");
    }

    @Test
    void aPageSaysWhatOfItsMessageCouldNotBeRead() {
        Message message = message(List.of(BODY), List.of(new Defect(DefectKind.ENCRYPTED, "1", "detail")));
        assertThat(shown(MessagePassages.of(capture(message)))).contains("unread HEADERS Not readable: 1: encrypted\n");
    }

    private static JournalRecipient recipient(JournalRecipient.Role role, String address) {
        return new JournalRecipient(role, address, Optional.empty(), Optional.empty());
    }

    private static PartContent attached() {
        return new PartContent.Attached();
    }

    private static Part part(
            String path, String type, String name, long size, Placement placement, PartContent content) {
        return new Part(path, type, "utf-8", "", name, "", size, placement, content);
    }

    private static Message message(List<Part> parts, List<Defect> defects) {
        return new Message(
                "",
                List.of(
                        new HeaderField("Received", "from a trace"),
                        new HeaderField("DATE", "Mon, 1 Jun 2026 09:00:00 +0200"),
                        new HeaderField("X-Spam", "no")),
                "<1@example.gov>",
                Optional.empty(),
                "Minutes\r\nand more",
                List.of(ANN),
                List.of(ANN, new EmailAddress("", "bo@example.gov")),
                List.of(),
                List.of(),
                List.of(),
                parts,
                defects);
    }

    private static MessageIdentity identity() {
        return new MessageIdentity("0".repeat(64));
    }

    private static ParsedCapture capture(Message message) {
        return new ParsedCapture(Optional.empty(), List.of(message), identity(), List.of());
    }

    private static String shown(List<Passage> passages) {
        return passages.stream()
                .map(passage -> passage.part() + " " + passage.kind() + " " + passage.label() + ": " + passage.text())
                .collect(joining("\n"));
    }
}
