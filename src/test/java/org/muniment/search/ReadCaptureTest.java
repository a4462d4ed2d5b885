package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.message.MailParser;
import org.muniment.search.MessageFacts.Party;

class ReadCaptureTest {
    private static final Set<String> JOURNAL = Set.of("journal@archive.city.gov");

    private static final String MAIL = """
            From: Ann <ann@city.gov>
            To: bob@city.gov
            Subject: Water main
            Date: Mon, 3 Aug 2026 09:00:00 -0500
            Message-ID: <1@city.gov>

            It broke.
            """;

    private static final String REPORT = """
            From: Microsoft Exchange <exchange@city.gov>
            To: journal@archive.city.gov
            X-MS-Journal-Report:
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset="utf-8"

            Sender: ann@city.gov
            Subject: Water main
            Message-Id: <1@city.gov>
            To: bob@city.gov
            Bcc: eve@press.example

            --b
            Content-Type: message/rfc822

            %s
            --b--
            """.formatted(MAIL);

    @Test
    void theJournalsOwnAddressIsNoRecipient() throws IOException {
        var read = read(MAIL, "Journal@Archive.city.gov", "hidden@city.gov");
        assertThat(read.facts().first().parties()).containsExactly(new Party(SearchField.RECIPIENT, "hidden@city.gov"));
    }

    @Test
    void withAJournalReportTheReportNamesTheRecipientsAndTheEnvelopeDoesNot() throws IOException {
        var read = read(REPORT, "any.mailbox@elsewhere.example");
        assertThat(read.facts().first().parties())
                .contains(new Party(SearchField.BCC, "eve@press.example"), new Party(SearchField.TO, "bob@city.gov"))
                .noneMatch(party ->
                        party.address().contains("elsewhere") || party.address().contains("journal"));
    }

    @Test
    void aMessageAndItsJournalReportAreOneMessage() throws IOException {
        assertThat(read(REPORT).identity()).isEqualTo(read(MAIL).identity());
    }

    @Test
    void theSameMessageIdWithOtherBytesIsAnotherMessage() throws IOException {
        assertThat(read(MAIL.replace("broke", "held")).identity())
                .isNotEqualTo(read(MAIL).identity());
    }

    @Test
    void factsComeBackFromTheirBytes() throws IOException {
        var facts = read(REPORT).facts().and(read(MAIL, "x@city.gov").facts());
        assertThat(MessageFacts.read(facts.written())).isEqualTo(facts);
    }

    private static ReadCapture read(String mail, String... recipients) throws IOException {
        var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var envelope =
                new Envelope("journal", Channel.SMTP, Optional.of(""), List.of(recipients), Peer.NONE, Instant.EPOCH);
        return ReadCapture.of(
                recipients.length, 0, envelope, MailParser.parse(new ByteArrayInputStream(bytes)), JOURNAL);
    }
}
