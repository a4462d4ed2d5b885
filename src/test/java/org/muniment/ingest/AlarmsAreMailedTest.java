package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.AlarmMail;
import org.muniment.alarm.Alarms;
import org.muniment.alarm.MailRelay;
import org.muniment.alarm.MailWasNotTaken;

/// The relay is our own receiver: what it was given is what the archive kept.
class AlarmsAreMailedTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private JournalRoom relay;
    private Alarms alarms;
    private AlarmMail mail;

    @BeforeEach
    void open() throws IOException {
        relay = JournalRoom.open(folder.resolve("relay"));
        alarms = Alarms.in(folder.resolve("workflow"), () -> now);
        mail = new AlarmMail(alarms, folder, () -> now);
        write(relay.port());
    }

    @AfterEach
    void close() throws IOException {
        mail.close();
        alarms.close();
        relay.close();
    }

    @Test
    void namedPeopleAreToldAtOnceAndEveryDayUntilItIsAcknowledged() throws IOException {
        alarms.raise(AlarmKind.DISK_LOW, "3 % left\r\nBcc: stranger@evil.example");
        mail.tell();
        assertThat(relay.captures()).isEqualTo(1);
        assertThat(relay.last().envelope().recipients()).containsExactly("ana@city.example", "ben@city.example");
        assertThat(relay.lastBytes())
                .contains("Subject: Muniment: 1 alarm to look at", "Alarm 1,", "3 % left Bcc: stranger", "nearly full");

        now = now.plus(Duration.ofHours(23));
        mail.tell();
        assertThat(relay.captures()).isEqualTo(1);
        now = now.plus(Duration.ofHours(1));
        mail.tell();
        assertThat(relay.captures()).isEqualTo(2);

        alarms.acknowledge(1, "operator");
        now = now.plus(Duration.ofDays(2));
        mail.tell();
        assertThat(relay.captures()).isEqualTo(2);
    }

    @Test
    void mailThatCannotBeSentIsAnAlarmThatGoesOnceItCan() throws IOException {
        alarms.raise(AlarmKind.FORCE_FAILED, "segment 7");
        write(1);
        mail.tell();
        assertThat(alarms.standing())
                .extracting(Alarm::kind)
                .containsExactly(AlarmKind.FORCE_FAILED, AlarmKind.ALARM_NOT_MAILED);
        write(relay.port());
        mail.tell();
        assertThat(alarms.standing()).extracting(Alarm::kind).containsExactly(AlarmKind.FORCE_FAILED);
    }

    @Test
    void aFileThatSaysTooLittleIsNamed() throws IOException {
        alarms.raise(AlarmKind.FORCE_FAILED, "segment 7");
        Files.writeString(folder.resolve("mail.properties"), "host=localhost\n");
        mail.tell();
        assertThat(alarms.standing().getLast().sentence()).contains("mail.properties does not say \"to\"");
    }

    @Test
    void withoutTheFileNothingIsSent() throws IOException {
        Files.delete(folder.resolve("mail.properties"));
        alarms.raise(AlarmKind.FORCE_FAILED, "segment 7");
        mail.tell();
        assertThat(alarms.standing()).hasSize(1);
    }

    @Test
    void aLetterGoesToItsOneAddressWithItsFileAndNoHeaderOfAnybodyElse() throws IOException {
        var pdf =
                new MailRelay.Enclosure("R-2026-0042-1.pdf", "application/pdf", "%PDF-2.0 not really".getBytes(UTF_8));
        String id = new MailRelay(folder)
                .send(
                        "resident@home.example",
                        "Your request\r\nBcc: stranger@evil.example",
                        "Dear résident,\n\n.\nBcc: x@y.example\n",
                        List.of(pdf));
        assertThat(id).startsWith("<").endsWith(">");
        assertThat(relay.last().envelope().recipients()).containsExactly("resident@home.example");
        assertThat(relay.lastBytes())
                .contains("From: archive@city.example", "To: resident@home.example", id)
                .contains("filename=R-2026-0042-1.pdf")
                .doesNotContain("\r\nBcc: stranger");
        for (String bad : List.of(
                "a@b.example,c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "Ann <a@b.example>",
                "list: a@b.example;",
                "a b@c.example",
                "nobody",
                ""))
            assertThatThrownBy(() -> new MailRelay(folder).send(bad, "s", "t", List.of()))
                    .as(bad)
                    .isInstanceOf(MailWasNotTaken.class);
        assertThat(relay.captures()).isEqualTo(1);
    }

    @Test
    void aLetterThatCannotLeaveSaysWhy() throws IOException {
        var letters = new MailRelay(folder);
        write(1);
        assertThatThrownBy(() -> letters.send("a@b.example", "s", "t", List.of()))
                .isInstanceOf(MailWasNotTaken.class)
                .hasMessageStartingWith("The mail relay did not take it: ");
        Files.delete(folder.resolve("mail.properties"));
        assertThatThrownBy(() -> letters.send("a@b.example", "s", "t", List.of()))
                .isInstanceOf(MailWasNotTaken.class)
                .hasMessageContaining("No mail relay is set");
    }

    private void write(int port) throws IOException {
        Files.writeString(folder.resolve("mail.properties"), """
                host=localhost
                port=%d
                encryption=none
                from=archive@city.example
                to=ana@city.example, ben@city.example
                """.formatted(port));
    }
}
