package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.simulation.SimulatedDisk;

/// What is wrong outside the archive has its sentence, and costs nothing that was acknowledged: a clock that was set, a
/// disk that cannot be written, a copy that was cut short.
class BadConditionsTest {
    private static final int KEPT = 24;

    @TempDir
    Path folder;

    private Fixture fixture;
    private final AtomicReference<Instant> now = new AtomicReference<>(Fixture.NOON);

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(8 << 10);
        fixture.clock = now::get;
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aClockSetBackWhileTheArchiveRunsIsAnAlarmAndMessagesAreTaken() throws IOException {
        clockIsSet(Duration.ofHours(-2), "jumped back from");
    }

    @Test
    void aClockSetForwardIsAnAlarmAndMessagesAreTaken() throws IOException {
        clockIsSet(Duration.ofDays(400), "jumped forward from");
    }

    private void clockIsSet(Duration by, String said) throws IOException {
        try (var archive = fixture.open()) {
            keep(archive, 0);
            now.set(now.get().plus(by));
            keep(archive, 1);
        }
        assertThat(sentences("CLOCK_JUMPED")).singleElement().asString().contains(said);
        try (var archive = fixture.open()) {
            assertThat(archive.size()).isEqualTo(2);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void aClockSetBackWhileNothingRanIsKnownByTheLastEntry() throws IOException {
        try (var archive = fixture.open()) {
            keep(archive, 0);
        }
        now.set(now.get().minus(Duration.ofDays(1)));
        try (var archive = fixture.open()) {
            keep(archive, 1);
            assertThat(archive.size()).isEqualTo(2);
        }
        assertThat(sentences("CLOCK_JUMPED")).singleElement().asString().contains("the last entry was written at");
    }

    @Test
    void aClockThatIsSlewedIsNoAlarm() {
        var nanos = new AtomicReference<>(0L);
        var watch = new ClockWatch(now::get, nanos::get, fixture.alarms);
        for (int second = 1; second <= 600; second++) {
            nanos.set(second * 1_000_000_000L);
            now.set(Fixture.NOON.plusMillis(second * 1_100L));
            watch.look();
        }
        assertThat(fixture.alarmKinds()).isEmpty();
    }

    @Test
    void aDiskThatBecomesReadOnlyStopsTheArchiveWithASentence() throws IOException {
        var disk = new SimulatedDisk(1);
        Path data = disk.path("/disk");
        try (var archive = Archive.open(data, fixture.settings, fixture.alarms, fixture.clock)) {
            keep(archive, 0);
            disk.turnReadOnly();
            assertThatThrownBy(() -> keep(archive, 1)).hasCauseInstanceOf(CaptureWasNotForced.class);
            assertThatThrownBy(() -> keep(archive, 2))
                    .isInstanceOfAny(ArchiveIsReadOnly.class, java.util.concurrent.CompletionException.class)
                    .hasMessageContaining("is read-only: the system lets nothing be written");
            assertThat(Fixture.raw(archive, new AccessionNumber(0))).isEqualTo(raw(0));
        } catch (IOException whatClosingCouldNotWrite) {
            assertThat(whatClosingCouldNotWrite).hasMessageContaining("Read-only");
        }
        assertThat(sentences("STORE_READ_ONLY")).singleElement().asString().contains("mount the disk writable");
    }

    @Test
    void onAReadOnlyDiskTheStartSaysSo() throws IOException {
        fixture.open().close();
        var disk = new SimulatedDisk(1);
        Path data = disk.path("/elsewhere");
        Files.createDirectory(data);
        disk.turnReadOnly();
        assertThatThrownBy(() -> Archive.open(data, fixture.settings, fixture.alarms, fixture.clock))
                .isInstanceOf(DiskIsReadOnly.class)
                .hasMessageContaining("elsewhere")
                .hasMessageContaining("mount the disk writable");
    }

    @Test
    void aCopyWithoutOneOfItsSegmentsIsKnownWhenItIsOpened() throws IOException {
        makeStore();
        Files.delete(segment(2));
        opensReadOnly(
                "1 of " + rows().size() + " segments that the key table names are missing, the first is " + segment(2));
    }

    @Test
    void aCopyCutShortLosesNoKeyOfWhatIsStillToCome() throws IOException {
        makeStore();
        int segments = rows().size();
        byte[] last = Files.readAllBytes(segment(segments));
        byte[] beforeLast = Files.readAllBytes(segment(segments - 1));
        Files.delete(segment(segments));
        Files.delete(segment(segments - 1));
        opensReadOnly("2 of " + segments + " segments that the key table names are missing");
        Files.write(segment(segments), last);
        Files.write(segment(segments - 1), beforeLast);
        try (var archive = fixture.open()) {
            assertThat(archive.readOnlyReason()).isEmpty();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void aCopyWithAnOlderKeyTableIsKnownWhenItIsOpened() throws IOException {
        try (var archive = fixture.open()) {
            keep(archive, 100);
        }
        byte[] early = Files.readAllBytes(layout().keyTable());
        makeStore();
        Files.write(layout().keyTable(), early);
        opensReadOnly("segments are there that the key table does not name, the first is " + segment(2));
    }

    private void opensReadOnly(String said) throws IOException {
        try (var archive = fixture.open()) {
            assertThat(archive.readOnlyReason())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains(said)
                            .contains("copy the store again, whole. Nothing was changed."));
            Fixture.raw(archive, new AccessionNumber(0));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isNotEmpty();
        }
        assertThat(fixture.alarmKinds()).contains("STORE_DAMAGED");
    }

    private void makeStore() throws IOException {
        try (var archive = fixture.open()) {
            for (int i = 0; i < KEPT; i++) keep(archive, i);
        }
    }

    private List<String> sentences(String kind) {
        return fixture.alarms.standing().stream()
                .filter(alarm -> alarm.kind().name().equals(kind))
                .map(Alarm::sentence)
                .toList();
    }

    private StoreLayout layout() {
        return new StoreLayout(fixture.data().toAbsolutePath());
    }

    private List<KeyTable.Row> rows() throws IOException {
        return KeyTable.read(layout().keyTable());
    }

    private Path segment(int id) {
        return layout().segment(id, Fixture.NOON);
    }

    private static void keep(Archive archive, int i) {
        Fixture.keep(archive, Fixture.smtp("clerk@city.example"), raw(i));
    }

    private static byte[] raw(int i) {
        return Fixture.bytes(new Random(i), 300);
    }
}
