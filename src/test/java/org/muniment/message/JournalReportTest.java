package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muniment.MailPacks;

class JournalReportTest {
    private static final String INNER = """
            Received: from a by b; Mon, 1 Jan 2024 00:00:00 +0000
            From: Ann <ann@city.example.gov>
            To: bob@city.example.gov
            Subject: Budget memo
            Message-ID: <a1@city.example.gov>

            The memo itself.
            """;
    private static final String ENVELOPE = """
            Sender: clerk@city.example.gov
            On-Behalf-Of: mayor@city.example.gov
            Message-ID: <a1@city.example.gov>
            Subject: Budget memo
            Label: Confidential
            Mailbox: clerk@city.example.gov
            SentUtc: 3/4/2024 5:06:07 PM
            ReceivedUtc: 2024-03-04T17:06:08Z
            To: ann@city.example.gov
            Cc: <bob@city.example.gov>, Expanded: <finance-all@city.example.gov>
            bcc: press@news.example Expanded: list@news.example
            Recipient: eve@city.example.gov, Forwarded: dan@city.example.gov
            To: bob@city.example.gov
            X-Future: something new
            """;

    private static ParsedCapture parse(String mail) throws IOException {
        return MailParser.parse(
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    private static String report(String envelope, String... inner) {
        StringBuilder mail = new StringBuilder("""
                From: Ann <ann@city.example.gov>
                Message-ID: <guid@journal.report.generator>
                X-MS-Journal-Report:
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                """);
        mail.append(envelope);
        for (String message : inner)
            mail.append("\n--b\nContent-Type: message/rfc822\n\n").append(message);
        return mail.append("\n--b--\n").toString();
    }

    @Test
    void everyFieldOfAReportIsRead() throws IOException {
        ParsedCapture capture = parse(report(ENVELOPE, INNER));
        JournalReport report = capture.report().orElseThrow();
        assertThat(report.sender()).isEqualTo("clerk@city.example.gov");
        assertThat(report.onBehalfOf()).isEqualTo("mayor@city.example.gov");
        assertThat(report.subject()).isEqualTo("Budget memo");
        assertThat(report.messageId()).isEqualTo("a1@city.example.gov");
        assertThat(report.label()).isEqualTo("Confidential");
        assertThat(report.mailbox()).isEqualTo("clerk@city.example.gov");
        assertThat(report.sentAt()).contains(Instant.parse("2024-03-04T17:06:07Z"));
        assertThat(report.receivedAt()).contains(Instant.parse("2024-03-04T17:06:08Z"));
        assertThat(report.recipients())
                .extracting(recipient -> recipient.role() + " " + recipient.address() + " "
                        + recipient.expanded().orElse("-") + " "
                        + recipient.forwarded().orElse("-"))
                .containsExactly(
                        "TO ann@city.example.gov - -",
                        "CC bob@city.example.gov finance-all@city.example.gov -",
                        "BCC press@news.example list@news.example -",
                        "RECIPIENT eve@city.example.gov - dan@city.example.gov",
                        "TO bob@city.example.gov - -");
        assertThat(report.text()).contains("X-Future: something new");
        assertThat(capture.defects()).extracting(Defect::kind).containsExactly(DefectKind.REPORT_LINE_UNKNOWN);
    }

    @Test
    void aRecipientNobodyAddressedIsAProbableBlindCopyOnly() throws IOException {
        ParsedCapture capture = parse(
                report("Sender: a@b.example\nRecipient: BOB@city.example.gov\nRecipient: eve@c.example\n", INNER));
        assertThat(capture.probableBlindCopies())
                .extracting(JournalRecipient::address)
                .containsExactly("eve@c.example");
        assertThat(capture.message().bcc()).isEmpty();
    }

    @Test
    void theMessageInsideIsTheMessageAndCountsItsPartsByItself() throws IOException {
        String mail = report(ENVELOPE, INNER).replace("\n", "\r\n");
        ParsedCapture capture = MailParser.parse(new ByteArrayInputStream(mail.getBytes(UTF_8)));
        assertThat(capture.messages()).hasSize(1);
        assertThat(capture.message().bodyText().strip()).isEqualTo("The memo itself.");
        assertThat(capture.message().parts()).extracting(Part::path).containsExactly("1");
        var part = MailParser.part(new ByteArrayInputStream(mail.getBytes(UTF_8)), capture.message(), "1");
        assertThat(new String(part.orElseThrow().readAllBytes(), UTF_8)).startsWith("The memo itself.");
    }

    @Test
    void theIdentityIsThatOfTheMessageHoweverItCame() throws IOException {
        MessageIdentity bare = parse(INNER).identity();
        String otherTrace =
                INNER.replace("Received: from a by b", "Delivered-To: x@y\nARC-Seal: i=1;\n b=2\nReceived: from c");
        assertThat(parse(report(ENVELOPE, INNER)).identity()).isEqualTo(bare);
        assertThat(parse(report(ENVELOPE, otherTrace)).identity()).isEqualTo(bare);
        assertThat(MailParser.parse(new ByteArrayInputStream(INNER.getBytes(UTF_8)))
                        .identity())
                .isEqualTo(bare);
        assertThat(parse("From ann Mon Jan  1 00:00:00 2024\n" + INNER).identity())
                .isEqualTo(bare);
        assertThat(parse(INNER.replace("memo itself", "memo  itself")).identity())
                .isNotEqualTo(bare);
        assertThat(parse(INNER.replace("Subject: Budget", "Subject: budget")).identity())
                .isNotEqualTo(bare);
    }

    @Test
    void aReportInsideADeliveryNoticeIsFound() throws IOException {
        String notice =
                "Content-Type: multipart/report; boundary=n\n\n--n\n\nNot delivered.\n--n\nContent-Type: message/rfc822\n\n"
                        + report(ENVELOPE, INNER) + "\n--n--\n";
        ParsedCapture capture = parse(notice);
        assertThat(capture.report().orElseThrow().recipients()).hasSize(5);
        assertThat(capture.message().messageId()).isEqualTo("a1@city.example.gov");
        assertThat(capture.message().base()).isEqualTo("2/2");
    }

    @Test
    void ofADecryptedPairTheReadableMessageComesFirst() throws IOException {
        String sealed = INNER.replace("\n\n", "\nContent-Type: application/x-microsoft-rpmsg-message\n\n");
        for (String mail : List.of(report(ENVELOPE, sealed, INNER), report(ENVELOPE, INNER, sealed))) {
            ParsedCapture capture = parse(mail);
            assertThat(capture.messages()).hasSize(2);
            assertThat(capture.message().bodyText()).contains("The memo itself.");
            assertThat(capture.identity()).isEqualTo(parse(sealed).identity());
        }
    }

    @Test
    void aReportWithoutRecipientsOrMessageIsFlaggedAndKept() throws IOException {
        ParsedCapture capture = parse(report("Sender: a@b.example\nSubject: lost\n"));
        assertThat(capture.defects())
                .extracting(Defect::kind)
                .contains(DefectKind.REPORT_WITHOUT_RECIPIENTS, DefectKind.REPORT_WITHOUT_MESSAGE);
        assertThat(capture.message().bodyText()).contains("Subject: lost");
    }

    @Test
    void whatElseIsInAReportStaysToBeFound() throws IOException {
        String mail = report(ENVELOPE, INNER).replace("\n--b--", "\n--b\nContent-Type: text/plain\n\nsmuggled\n--b--");
        ParsedCapture capture = parse(mail);
        assertThat(capture.messages()).hasSize(2);
        assertThat(capture.messages().getLast().allText()).contains("smuggled");
    }

    @Test
    void aReportWithoutMarksIsKnownByItsEnvelopeAndANoteIsNotTakenForOne() throws IOException {
        String unmarked = report(ENVELOPE, INNER).replaceFirst("Message-ID: .*\nX-MS-.*\n", "");
        assertThat(parse(unmarked).report()).isPresent();
        String note = unmarked.replace(ENVELOPE, "Sender: see the attached\nmessage\n");
        assertThat(parse(note).report()).isEmpty();
        assertThat(parse(note).message().bodyText()).contains("see the attached");
    }

    @Test
    void aReportOfAnotherMessageIsFlagged() throws IOException {
        ParsedCapture capture = parse(report(ENVELOPE.replace("<a1@", "<a2@"), INNER));
        assertThat(capture.defects()).extracting(Defect::kind).contains(DefectKind.REPORT_OF_OTHER_MESSAGE);
    }

    @Test
    void genuineReportsAreUnwrapped() throws IOException {
        Path folder = MailPacks.unpacked("dev-1-mime").resolve("ace-journal/data/test_data/emails");
        for (Path file : MailPacks.files(folder)) {
            ParsedCapture capture = MailParser.parse(new ByteArrayInputStream(Files.readAllBytes(file)));
            JournalReport report = capture.report().orElseThrow();
            assertThat(report.recipients()).hasSize(1);
            assertThat(report.messageId()).isEqualTo(capture.message().messageId());
            assertThat(capture.defects()).isEmpty();
            assertThat(capture.probableBlindCopies()).isEmpty();
            assertThat(report.sentAt()).isEqualTo(Optional.empty());
        }
    }
}
