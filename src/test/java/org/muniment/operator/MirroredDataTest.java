package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Guard;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.backup.Backup;
import org.muniment.mirror.MirrorIsUnusable;

/// A data folder with its mirror, as `serve --mirror` opens it.
class MirroredDataTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-08-22T12:00:00Z"));

    @TempDir
    Path home;

    private Path data;
    private Path other;

    @BeforeEach
    void begin() {
        data = home.resolve("data");
        other = home.resolve("other");
    }

    private DataFolder open(Optional<Path> mirror) throws IOException {
        var settings = new DataFolder.Settings(home.resolve("passphrase"), CLOCK, ZoneOffset.UTC);
        return DataFolder.open(data, settings, mirror);
    }

    private static void write(DataFolder folder, String what) {
        folder.archive().record(new LifecycleEvent("test-event", what));
    }

    private static List<AlarmKind> alarms(DataFolder folder) {
        return folder.alarms().standing().stream().map(alarm -> alarm.kind()).toList();
    }

    @Test
    void aMirrorIsRememberedAndADiskThatIsAwayIsAnAlarmUntilItIsBack() throws IOException {
        try (DataFolder folder = open(Optional.of(other))) {
            write(folder, "in both");
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
            assertThat(alarms(folder)).containsExactly(AlarmKind.MIRROR_ON_ONE_DISK);
        }
        Files.move(other, home.resolve("away"));
        try (DataFolder folder = open(Optional.empty())) {
            write(folder, "in one");
            assertThat(alarms(folder)).contains(AlarmKind.MIRROR_DEGRADED);
            assertThat(Health.Mirroring.of(folder)).hasValueSatisfying(shown -> {
                assertThat(shown.state()).isEqualTo(Health.Mirroring.State.BEHIND);
                assertThat(shown.behind()).contains("the mirror " + other);
                assertThat(shown.since()).contains(CLOCK.instant());
                assertThat(shown.advice())
                        .hasValueSatisfying(advice -> assertThat(advice).contains("Mount or replace"));
            });
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).contains("is behind"));
            Files.move(home.resolve("away"), other);
            folder.mirrored().look();
            assertThat(alarms(folder)).doesNotContain(AlarmKind.MIRROR_DEGRADED);
            assertThat(Health.Mirroring.of(folder)).hasValueSatisfying(shown -> {
                assertThat(shown.state()).isEqualTo(Health.Mirroring.State.WHOLE);
                assertThat(shown.since()).isEmpty();
            });
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
            write(folder, "in both again");
        }
        assertThat(Files.readAllBytes(segment(other))).isEqualTo(Files.readAllBytes(segment(data)));
    }

    /// The keystore of before is on that disk, and the key table that it opens.
    @Test
    void aDestructionIsNotCompleteWhileADiskThatIsBehindHasTheOldRootKey() throws IOException {
        try (DataFolder folder = open(Optional.of(other))) {
            keep(folder);
        }
        Files.move(other, home.resolve("away"));
        var today = new AtomicReference<>(CLOCK.instant());
        try (DataFolder folder = open(Optional.empty())) {
            var destructions = folder.archive().destructions();
            destructions.guardedBy(NOTHING_IS_HELD, today::get);
            destructions.destroy(AccessionRanges.of(List.of(new AccessionNumber(0))), "ab".repeat(32));
            today.set(CLOCK.instant().plus(Duration.ofDays(31)));
            destructions.goOn();
            assertThat(destructions.underWay())
                    .singleElement()
                    .satisfies(it -> assertThat(it.state())
                            .contains("destroyed here; recoverable by the mirror", "which is behind"));
            Files.move(home.resolve("away"), other);
            folder.mirrored().look();
            destructions.goOn();
            assertThat(destructions.underWay()).isEmpty();
        }
    }

    private static final Guard NOTHING_IS_HELD = new Guard() {
        @Override
        public long version() {
            return -1;
        }

        @Override
        public AccessionRanges held(AccessionRanges captures) {
            return AccessionRanges.of(List.of());
        }

        @Override
        public boolean changesHolds(String kind) {
            return false;
        }
    };

    private static void keep(DataFolder folder) throws IOException {
        var envelope = new Envelope(
                "file-import", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, CLOCK.instant());
        try (var incoming = folder.archive().receive(envelope)) {
            incoming.body().write("Subject: to go\r\n\r\nSoon.\r\n".getBytes(StandardCharsets.US_ASCII));
            incoming.commit().join();
        }
    }

    @Test
    void anotherPlaceIsNotTakenForTheMirrorThatIsRemembered() throws IOException {
        open(Optional.of(other)).close();
        Path mistyped = home.resolve("ohter");
        assertThatThrownBy(() -> open(Optional.of(mistyped)))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("The mirror of " + data + " is " + other)
                .hasMessageContaining("delete mirror-state");
        assertThat(mistyped).doesNotExist();
        try (DataFolder folder = open(Optional.of(other))) {
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
        }
        Path elsewhere = Files.move(other, home.resolve("elsewhere"));
        try (DataFolder folder = open(Optional.of(elsewhere))) {
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
        }
    }

    @Test
    void anEmptyPlaceWhereTheDataFolderWasBeginsNoArchiveBesideItsMirror() throws IOException {
        open(Optional.of(other)).close();
        Files.move(data, home.resolve("not mounted"));
        assertThatThrownBy(() -> open(Optional.of(other)))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("mount it");
        assertThat(data.resolve("store")).doesNotExist();
    }

    @Test
    void aBackupOfAMirroredArchiveHoldsWhatBothHold() throws IOException {
        Path copy = home.resolve("copy");
        try (DataFolder folder = open(Optional.of(other))) {
            write(folder, "in both");
            Backup.Made made = new Backup(
                            folder.path(), folder.archive(), folder.audit(), folder.workflow(), folder.clock())
                    .to(copy, Progress.UNSEEN);
            assertThat(made.damaged()).isEmpty();
            assertThat(made.note().mail().entries()).isEqualTo(1);
        }
        assertThat(Files.readAllBytes(segment(data))).startsWith(Files.readAllBytes(segment(copy)));
        assertThat(copy.resolve("store/keys/change")).doesNotExist();
        assertThat(copy.resolve("mirror-state")).doesNotExist();
    }

    @Test
    void aCopyOfTheDataFolderNeverWritesToTheMirrorOfTheOriginal() throws IOException {
        try (DataFolder folder = open(Optional.of(other))) {
            write(folder, "in both");
        }
        Path original = data;
        data = home.resolve("copied");
        copy(original, data);
        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("is the mirror of " + original)
                .hasMessageContaining("delete mirror-state");
        Files.move(original, home.resolve("away"));
        try (DataFolder moved = open(Optional.empty())) {
            write(moved, "the data folder was moved");
            assertThat(moved.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
        }
    }

    @Test
    void aDataFolderSetBackToAnEarlierDayIsBehindAndTakesWhatTheMirrorHas() throws IOException {
        try (DataFolder folder = open(Optional.of(other))) {
            write(folder, "first");
        }
        Path snapshot = home.resolve("snapshot");
        copy(data, snapshot);
        try (DataFolder folder = open(Optional.empty())) {
            write(folder, "second");
            folder.archive().rootKeys().rotate();
            write(folder, "third");
        }
        Files.move(data, home.resolve("away"));
        copy(snapshot, data);
        try (DataFolder folder = open(Optional.empty())) {
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state ->
                            assertThat(state).startsWith("the data folder").contains("is behind"));
            folder.mirrored().look();
            assertThat(folder.mirrored().state())
                    .hasValueSatisfying(state -> assertThat(state).startsWith("both copies"));
            write(folder, "fourth");
            assertThat(folder.archive()
                            .check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                            .findings())
                    .isEmpty();
            assertThat(folder.archive().size()).isEqualTo(5);
        }
        assertThat(Files.readAllBytes(data.resolve("store/keys/root.p12")))
                .isEqualTo(Files.readAllBytes(other.resolve("store/keys/root.p12")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path file : all.sorted().toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static Path segment(Path side) throws IOException {
        try (var all = Files.walk(side.resolve("store/seg"))) {
            return all.filter(file -> file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theMirrorIsNoDataFolderAsLongAsItIsAMirror() throws IOException {
        open(Optional.of(other)).close();
        data = other;
        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("recovery guide");
        Files.delete(other.resolve("mirror-state"));
        try (DataFolder folder = open(Optional.empty())) {
            write(folder, "the mirror is the archive now");
            assertThat(folder.mirrored().state()).isEmpty();
        }
    }

    @Test
    void aFolderOfOtherThingsIsNotTakenForAMirror() throws IOException {
        Files.createDirectories(other);
        Files.writeString(other.resolve("letter.txt"), "dear", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open(Optional.of(other))).hasMessageContaining("Name an empty folder");
    }
}
