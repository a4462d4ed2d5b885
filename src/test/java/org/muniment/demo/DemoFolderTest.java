package org.muniment.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.search.SearchSettings;

class DemoFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    private Path temp;

    private Path data;
    private Alarms alarms;

    @BeforeEach
    void begin() {
        data = temp.resolve("demo-data");
        alarms = Alarms.in(temp.resolve("workflow"), CLOCK);
    }

    @AfterEach
    void end() {
        alarms.close();
    }

    @Test
    void aDemonstrationIsFilledOnceVerifiesAndIsSearched() throws Exception {
        DemoFolder folder = DemoFolder.at(data);
        try (Archive archive = open()) {
            folder.fill(archive, NOW);
            long size = archive.size();
            assertThat(size)
                    .isEqualTo(1
                            + CityHall.deliveries(CityHall.SEED, LocalDate.of(2026, 11, 23))
                                    .size());
            folder.fill(archive, NOW.plus(Duration.ofDays(40)));
            assertThat(archive.size()).isEqualTo(size);
            try (var search = ArchiveSearch.open(
                    temp.resolve("index"), archive, alarms, CLOCK, SearchSettings.in(DemoFolder.ZONE))) {
                search.start();
                assertThat(search.awaitIndexed(size, Duration.ofMinutes(1))).isTrue();
                var underpass =
                        SearchQuery.parse("underpass AND \"mill street\"", DemoFolder.ZONE, LocalDate.of(2026, 11, 23));
                assertThat(search.search(underpass, SearchScope.everything(), 10)
                                .total())
                        .isBetween(20L, 60L);
            }
            assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).ok())
                    .isTrue();
        }
        try (Archive archive = open()) {
            assertThatThrownBy(() -> DemoFolder.requireNone(archive, data)).isInstanceOf(FolderIsADemonstration.class);
        }
    }

    @Test
    void whatWasStoppedHalfwayIsFinishedByTheNextStart() throws Exception {
        DemoFolder folder = DemoFolder.at(data);
        try (Archive archive = open()) {
            archive.beginDemonstration("2026-11-23");
            keep(
                    archive,
                    CityHall.deliveries(CityHall.SEED, LocalDate.of(2026, 11, 23))
                            .getFirst());
            folder.fill(archive, NOW.plus(Duration.ofDays(9)));
            long mails = CityHall.deliveries(CityHall.SEED, LocalDate.of(2026, 11, 23))
                    .size();
            // The beginning, each mail once, and that one was met again.
            assertThat(archive.size()).isEqualTo(1 + mails + 1);
        }
    }

    @Test
    void aFolderWithOtherThingsInItIsLeftAlone() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> DemoFolder.at(data))
                .isInstanceOf(FolderIsNotADemonstration.class)
                .hasMessageContaining("Name a new or empty one");
        assertThat(data).isDirectoryContaining("glob:**letter.txt").isDirectoryNotContaining("glob:**DEMON*");
    }

    @Test
    void anArchiveOfRealMailNeverBecomesADemonstrationEvenWithANoteInItsFolder() throws Exception {
        DemoFolder forged = DemoFolder.at(data);
        try (Archive archive = open()) {
            keep(
                    archive,
                    new Delivery(NOW.atZone(DemoFolder.ZONE).toLocalDateTime(), "x", "", List.of(), "Subject: y"));
            assertThatThrownBy(() -> forged.fill(archive, NOW)).isInstanceOf(FolderIsNotADemonstration.class);
            DemoFolder.requireNone(archive, data);
            assertThat(archive.size()).isEqualTo(1);
        }
    }

    private Archive open() throws Exception {
        var settings = ArchiveSettings.standard().withPassphraseFile(temp.resolve("passphrase"));
        return Archive.open(data, settings, alarms, CLOCK);
    }

    private static void keep(Archive archive, Delivery delivery) throws Exception {
        var envelope = new Envelope(
                delivery.source(),
                Channel.FILE_IMPORT,
                Optional.of(delivery.mailFrom()),
                delivery.recipients(),
                Peer.NONE,
                NOW);
        try (var incoming = archive.receive(envelope)) {
            incoming.body().write(delivery.bytes());
            incoming.commit().get();
        }
    }
}
