package org.muniment.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;
import org.muniment.merklelog.SignedNote;
import org.muniment.operator.DataFolder;

class CheckScheduleTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private DataFolder folder;

    @BeforeEach
    void open() throws IOException {
        InstantSource clock = () -> now;
        folder = DataFolder.open(
                home.resolve("data"),
                new DataFolder.Settings(
                        ArchiveSettings.standard().withPassphraseFile(home.resolve("passphrase")),
                        clock,
                        ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    private void restart() throws IOException {
        folder.close();
        open();
    }

    /// Looks once, as the server does every minute, and waits for what that began.
    private void look() throws InterruptedException {
        var schedule = new CheckSchedule(folder.checks(), folder.alarms(), folder.clock());
        schedule.look();
        assertThat(schedule.await(LONG_ENOUGH)).isTrue();
    }

    private List<String> levels() {
        return folder.checks().reports().before(Optional.empty(), 100).stream()
                .map(FiledCheck::level)
                .toList();
    }

    private List<AlarmKind> alarms() {
        return folder.alarms().standing().stream().map(Alarm::kind).toList();
    }

    @Test
    void eachLevelIsMadeWhenItIsDueAndARestartNeitherForgetsNorRepeatsIt() throws Exception {
        look();
        assertThat(levels()).isEmpty();
        now = Instant.parse("2026-11-23T13:00:00Z");
        look();
        look();
        assertThat(levels()).containsExactly("quick");
        now = Instant.parse("2026-11-24T01:00:00Z");
        restart();
        look();
        assertThat(levels()).contains("full").doesNotContain("scrub");
        restart();
        look();
        assertThat(levels()).containsOnlyOnce("full");
        now = Instant.parse("2026-12-01T02:00:00Z");
        restart();
        look();
        assertThat(levels()).containsOnlyOnce("full").containsOnlyOnce("scrub");
    }

    @Test
    void whatIsFoundRaisesAnAlarmThatOnlyAFullCheckEnds() throws Exception {
        folder.archive().record(new LifecycleEvent("tried", "{}"));
        Path segment = segment();
        long damaged = Files.size(segment) - 20;
        flip(segment, damaged);
        now = Instant.parse("2026-11-24T01:00:00Z");
        look();
        assertThat(alarms()).contains(AlarmKind.VERIFICATION_FAILED);
        assertThat(folder.checks().reports().before(Optional.empty(), 9))
                .anyMatch(filed -> filed.level().equals("full") && !filed.ok());
        flip(segment, damaged);
        now = Instant.parse("2026-11-24T02:30:00Z");
        look();
        assertThat(alarms()).contains(AlarmKind.VERIFICATION_FAILED);
        assertThat(folder.checks().run(Level.FULL, Progress.UNSEEN).ok()).isTrue();
        assertThat(alarms()).doesNotContain(AlarmKind.VERIFICATION_FAILED, AlarmKind.CHECK_NOT_MADE);
    }

    private static void flip(Path file, long at) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(one.put(0, (byte) (one.get(0) ^ 1)).flip(), at);
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/store/seg"))) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aReportIsSignedByTheArchiveAndEnteredInItsLog() throws Exception {
        long before = folder.archive().size();
        CheckReport report = folder.checks().run(Level.SCRUB, Progress.UNSEEN);
        assertThat(folder.archive().size()).isEqualTo(before + 1);
        FiledCheck filed = folder.checks().reports().before(Optional.empty(), 9).getFirst();
        SignedNote note = SignedNote.parse(folder.checks().reports().note(filed.name()));
        note.verify(folder.archive().log().verifier());
        assertThat(folder.checks().reports().report(filed.name())).isEqualTo(report);
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("Nothing was decrypted"));
    }

    @Test
    void aReportOfBeforeIsShownThoughItSaidLess() throws IOException {
        String json = "{\"ok\":true,\"level\":\"full\",\"checked\":12,\"findings\":[]}\n";
        Files.createDirectories(home.resolve("data/verification"));
        Files.write(
                home.resolve("data/verification/20260901T101112345Z-full.json"),
                folder.archive().sign(json).toString().getBytes(StandardCharsets.UTF_8));
        FiledCheck filed = folder.checks().reports().before(Optional.empty(), 9).getFirst();
        assertThat(filed.at()).isEqualTo("2026-09-01T10:11:12.345Z");
        assertThat(filed.checked()).isEqualTo(12);
    }

    @Test
    void oneLongCheckAtATimeAndAQuickOneBesideIt() throws IOException {
        folder.archive().record(new LifecycleEvent("tried", "{}"));
        boolean[] looked = {false};
        folder.checks().run(Level.FULL, (done, total) -> {
            if (looked[0]) return;
            looked[0] = true;
            assertThat(folder.checks().overview(Optional.empty(), 1, false).running())
                    .hasValueSatisfying(it -> assertThat(it.level()).isEqualTo("full"));
            assertThat(catchThrowable(() -> folder.checks().run(Level.SCRUB, Progress.UNSEEN)))
                    .isInstanceOf(CheckIsRunning.class)
                    .hasMessageContaining("A full check is running since 2026-11-23T12:00:00Z");
            assertThat(catchThrowable(() -> folder.checks().run(Level.QUICK, Progress.UNSEEN)))
                    .isNull();
        });
        assertThat(looked[0]).isTrue();
        assertThat(folder.checks().running()).isEmpty();
    }

    @Test
    void aCheckThatTheServersEndStopsIsDueAsBefore() throws Exception {
        folder.archive().record(new LifecycleEvent("tried", "{}"));
        now = Instant.parse("2026-11-23T13:00:00Z");
        look();
        restart();
        now = Instant.parse("2026-11-24T01:00:00Z");
        folder.checks().stop();
        look();
        assertThat(levels()).doesNotContain("full");
        assertThat(alarms()).doesNotContain(AlarmKind.VERIFICATION_FAILED, AlarmKind.CHECK_NOT_MADE);
        restart();
        look();
        assertThat(levels()).contains("full");
    }

    @Test
    void onlyNamesOfReportsLeadToFiles() {
        assertThat(catchThrowable(() -> folder.checks().reports().report("../passphrase")))
                .isInstanceOf(NoSuchReport.class)
                .hasMessageContaining("no report of that name");
    }
}
