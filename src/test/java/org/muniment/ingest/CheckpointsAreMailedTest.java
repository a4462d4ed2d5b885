package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.anchor.Anchors;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.LifecycleEvent;

/// The relay is our own receiver: what it was given is what the archive kept.
class CheckpointsAreMailedTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private JournalRoom relay;
    private Alarms alarms;
    private Archive archive;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        relay = JournalRoom.open(folder.resolve("relay"));
        alarms = Alarms.in(folder.resolve("workflow"), () -> now);
        Path data = Files.createDirectories(folder.resolve("data"));
        archive = Archive.open(
                data, ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")), alarms, () -> now);
        var number = archive.record(new LifecycleEvent("verified", "{}"));
        var _ = archive.log()
                .awaitCheckpoint(number.index(), Duration.ofSeconds(30))
                .orElseThrow();
        Files.writeString(
                data.resolve("mail.properties"),
                "host = localhost\nport = %d\nencryption = none\nfrom = archive@city.example\nto = ana@city.example\n"
                        .formatted(relay.port()));
        Files.writeString(data.resolve("anchors.properties"), "mail-to = counsel@city.example, clerk@county.example\n");
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
        alarms.close();
        relay.close();
    }

    private Anchors anchors() {
        return new Anchors(folder.resolve("data"), archive, () -> now);
    }

    @Test
    void namedPeopleGetTheNewestCheckpointOnceAWeekAndCanCompareItYearsLater() throws IOException {
        byte[] mailed = archive.checkpoint().orElseThrow().bytes();
        assertThat(anchors().askWhoeverIsDue().failures()).isEmpty();
        assertThat(relay.captures()).isEqualTo(2);
        assertThat(relay.last().envelope().recipients()).containsExactly("clerk@county.example");
        assertThat(relay.lastBytes()).contains("checkpoint-1.txt", "Please keep this mail");

        now = now.plus(Duration.ofDays(6));
        assertThat(anchors().askWhoeverIsDue().brought()).isEmpty();
        now = now.plus(Duration.ofDays(1));
        assertThat(anchors().askWhoeverIsDue().brought()).hasSize(1);
        assertThat(relay.captures()).isEqualTo(4);
        assertThat(anchors().checkFully()).isEmpty();

        String asAMailProgramSavesIt = new String(mailed, UTF_8).replace("\n", "\r\n");
        assertThat(anchors().compare(asAMailProgramSavesIt.getBytes(UTF_8)).size())
                .isEqualTo(1);
        assertThatThrownBy(() -> anchors()
                        .compare(new String(mailed, UTF_8)
                                .replace("\n1\n", "\n7\n")
                                .getBytes(UTF_8)))
                .hasMessageContaining("no checkpoint of this log");
    }

    @Test
    void aMailIsNoOutsideClock() throws IOException {
        anchors().askWhoeverIsDue();
        assertThat(anchors().newestTime()).isEmpty();
    }

    @Test
    void whoeverCouldNotBeReachedIsNamed() throws IOException {
        Files.delete(folder.resolve("data/mail.properties"));
        assertThat(anchors().askWhoeverIsDue().failures())
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("No mail relay is set"));
        assertThat(anchors().kept()).isEmpty();
    }
}
