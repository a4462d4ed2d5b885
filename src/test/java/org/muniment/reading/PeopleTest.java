package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.message.EmailAddress;
import org.muniment.message.JournalRecipient;
import org.muniment.message.JournalReport;
import org.muniment.message.Message;

class PeopleTest {
    private static final EmailAddress ANA = new EmailAddress("Ana Rivera", "ana@city.example");
    private static final EmailAddress BO = new EmailAddress("Bo", "bo@city.example");

    private final People people = new People(message());

    @Test
    void anAddressTheHeaderNamesKeepsItsRoleAndGainsTheEnvelopeAsAWitness() {
        people.sentIn(envelope("ana@CITY.example", "bo@city.example", "mayor@city.example"));
        assertThat(people.all())
                .containsExactly(
                        new People.Person("From", "Ana Rivera", "ana@city.example", List.of("header", "envelope")),
                        new People.Person("To", "Bo", "bo@city.example", List.of("header", "envelope")),
                        new People.Person("Recipient", "", "mayor@city.example", List.of("envelope")));
    }

    @Test
    void aJournalReportTellsABlindCopyAndTheListSomeoneWasReachedThrough() {
        people.reportedIn(report(
                new JournalRecipient(
                        JournalRecipient.Role.BCC, "mayor@city.example", Optional.empty(), Optional.empty()),
                new JournalRecipient(
                        JournalRecipient.Role.TO,
                        "clerk@city.example",
                        Optional.of("all@city.example"),
                        Optional.empty())));
        assertThat(people.all())
                .contains(
                        new People.Person("Bcc", "", "mayor@city.example", List.of("journal report")),
                        new People.Person(
                                "To",
                                "",
                                "clerk@city.example",
                                List.of("journal report, as a member of all@city.example")));
    }

    @Test
    void severalCapturesAddTheirRecipientsOnce() {
        people.sentIn(envelope("ana@city.example", "one@city.example"));
        people.sentIn(envelope("ana@city.example", "two@city.example", "one@city.example"));
        assertThat(people.all())
                .extracting(People.Person::address)
                .containsExactly("ana@city.example", "bo@city.example", "one@city.example", "two@city.example");
    }

    private static Message message() {
        return new Message(
                "",
                List.of(),
                "",
                Optional.empty(),
                "",
                List.of(ANA),
                List.of(BO),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Envelope envelope(String sender, String... recipients) {
        return new Envelope("smtp", Channel.SMTP, Optional.of(sender), List.of(recipients), Peer.NONE, Instant.EPOCH);
    }

    private static JournalReport report(JournalRecipient... recipients) {
        return new JournalReport(
                "ana@city.example", "", "", "", "", "", Optional.empty(), Optional.empty(), List.of(recipients), "");
    }
}
