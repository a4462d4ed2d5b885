package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;

/// A batch is authorised and waits; somebody else takes its keys out of the key table.
class SwappedByHandTest {
    static final AccessionRanges GOING = AccessionRanges.of(List.of(new AccessionNumber(1)));

    @TempDir
    Path folder;

    private Fixture fixture;
    private final TestGuard guard = new TestGuard();
    private byte[] olderTable = {};

    @BeforeEach
    void swap() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(16 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 1_500));
        }
        Path table = new StoreLayout(fixture.data()).keyTable();
        olderTable = Files.readAllBytes(table);
        swap(new Insider(fixture.data(), fixture.settings, fixture.alarms));
    }

    /// Lets a destruction be authorised and no more, and does to the keys what comes next.
    static void swap(Insider insider) throws IOException {
        String batch = "0".repeat(32);
        var authorised =
                new DestructionEvent.Authorised(batch, TestDestruction.FORM, GOING, new AccessionRanges(List.of()), -1);
        AccessionNumber authorisation;
        try (var archive = insider.open()) {
            authorisation = archive.record(authorised.written());
            archive.publish();
        }
        var waiting = new Line(batch, Step.AUTHORISED, authorisation.index(), authorisation.index(), 0, 0);
        new DestructionBook(insider.layout()).put(waiting);
        TestDestruction.swap(insider, GOING, authorisation);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Archive opened() {
        Archive archive = fixture.open();
        archive.destructions().guardedBy(guard, fixture.clock::instant);
        return archive;
    }

    private void hold() {
        try (var archive = fixture.open()) {
            guard.hold(1, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> alarms() {
        return fixture.alarms.standing().stream()
                .filter(alarm -> alarm.kind() == AlarmKind.DESTRUCTION_STOPPED)
                .map(Alarm::sentence)
                .toList();
    }

    @Test
    void whatNothingHoldsIsSaidToBeDestroyed() throws IOException {
        try (var archive = opened()) {
            archive.destructions().goOn();
            archive.publish();
            assertThat(DestructionTest.kinds(archive)).contains("destruction-begun");
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void whatMustBeKeptIsNotSaidToBeDestroyedAndComesBackWithTheOlderKeyTable() throws IOException {
        hold();
        try (var archive = opened()) {
            archive.destructions().goOn();
            archive.destructions().goOn();
            archive.publish();
            assertThat(DestructionTest.kinds(archive))
                    .containsOnlyOnce("destruction-of-held")
                    .doesNotContain("destruction-begun", "rotated");
            assertThat(alarms()).isNotEmpty().allMatch(it -> it.contains("1 must be kept and cannot be read"));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(it -> it.contains("no entry of the log says that this destruction was begun"));
        }
        Files.write(new StoreLayout(fixture.data()).keyTable(), olderTable);
        try (var archive = opened()) {
            archive.destructions().goOn();
            archive.publish();
            assertThat(DestructionTest.kinds(archive)).endsWith("destruction-stopped");
            assertThat(Fixture.raw(archive, new AccessionNumber(1))).hasSize(1_500);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }
}
