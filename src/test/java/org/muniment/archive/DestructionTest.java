package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is destroyed is authorised, never held, and gone; and all that is on the disk before the next step.
class DestructionTest {
    @TempDir
    Path folder;

    private Fixture fixture;
    private final List<byte[]> mail = new ArrayList<>();
    private final TestGuard guard = new TestGuard();
    private Instant today = Fixture.NOON;

    @BeforeEach
    void fill() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(8 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) {
                mail.add(Fixture.bytes(random, 1_500));
                Fixture.keep(archive, Fixture.smtp("clerk-" + i + "@city.example"), mail.getLast());
            }
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void withoutAGuardNothingIsDestroyed() throws IOException {
        try (var archive = fixture.open()) {
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1), TestDestruction.FORM))
                    .isInstanceOf(NothingGuardsTheArchive.class)
                    .hasMessageContaining("Start the whole server");
            assertAllReadable(archive);
        }
    }

    @Test
    void whatIsHeldIsNotDestroyedAndNothingElseOfTheBatchIs() throws IOException {
        try (var archive = opened()) {
            guard.hold(2, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1, 2, 3), TestDestruction.FORM))
                    .isInstanceOfSatisfying(
                            CapturesAreHeld.class,
                            refusal -> assertThat(refusal.held()).isEqualTo(captures(2)))
                    .hasMessageContaining("1 of these captures must be kept");
            assertAllReadable(archive);
        }
    }

    @Test
    void aHoldThatComesWhileTheOthersAreJudgedCounts() throws IOException {
        try (var archive = opened()) {
            guard.whileJudging(() -> guard.hold(3, archive.record(new LifecycleEvent(TestGuard.HELD, "{}"))));
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1, 3), TestDestruction.FORM))
                    .isInstanceOf(CapturesAreHeld.class);
            assertAllReadable(archive);
            assertThat(kinds(archive)).containsExactly(TestGuard.HELD);
        }
    }

    @Test
    void aHoldThatTheGuardDoesNotKnowYetStopsItAsWell() throws IOException {
        try (var archive = opened()) {
            archive.record(new LifecycleEvent(TestGuard.HELD, "{}"));
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1), TestDestruction.FORM))
                    .isInstanceOf(HoldsMoved.class)
                    .hasMessageContaining("Try again later");
            assertAllReadable(archive);
        }
    }

    @Test
    void aHoldThatComesAfterTheAuthorisationStillSaves() throws IOException {
        try (var archive = opened()) {
            // The second judgement is the one after the authorisation.
            guard.whileJudging(() ->
                    guard.whileJudging(() -> guard.hold(1, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")))));
            assertThat(archive.destructions()
                            .destroy(captures(1), TestDestruction.FORM)
                            .reached())
                    .isEqualTo(Destructions.Reached.STOPPED);
            assertAllReadable(archive);
            assertThat(kinds(archive)).containsExactly("destruction-authorised", TestGuard.HELD, "destruction-stopped");
            assertThat(archive.destructions().underWay()).isEmpty();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void whatRepeatedACaptureGoesWithIt() throws IOException {
        try (var archive = opened()) {
            var repeated = Fixture.keep(archive, Fixture.smtp("clerk-1@city.example"), mail.get(1));
            long number = ((Receipt.Duplicate) repeated).accession().index();
            archive.destructions().destroy(captures(1), TestDestruction.FORM);
            assertThat(archive.destroyed(new AccessionNumber(0), new AccessionNumber(number)))
                    .containsOnlyKeys(new AccessionNumber(1), new AccessionNumber(number));
        }
    }

    @Test
    void theNewestCaptureCanBeDestroyedToo() throws IOException {
        try (var archive = opened()) {
            archive.destructions().destroy(captures(11), TestDestruction.FORM);
            assertThatThrownBy(() -> archive.message(new AccessionNumber(11))).isInstanceOf(CaptureWasDestroyed.class);
            Fixture.keep(archive, Fixture.smtp("clerk@city.example"), mail.get(11));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void whatIsNoCaptureOrWasDestroyedBeforeIsRefused() throws IOException {
        try (var archive = opened()) {
            long event = archive.record(new LifecycleEvent("noted", "{}")).index();
            archive.destructions().destroy(captures(4), TestDestruction.FORM);
            for (long wrong : new long[] {event, 4, 1_000})
                assertThatThrownBy(() -> archive.destructions().destroy(captures(3, wrong), TestDestruction.FORM))
                        .isInstanceOf(BatchIsUnusable.class);
            assertThat(Fixture.raw(archive, new AccessionNumber(3))).isEqualTo(mail.get(3));
        }
    }

    @Test
    void clocksThatDisagreeStopItBeforeAnythingIsWritten() throws IOException {
        try (var archive = fixture.open()) {
            archive.destructions().guardedBy(guard, () -> {
                throw new IllegalStateException("the clocks disagree");
            });
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1), TestDestruction.FORM))
                    .hasMessage("the clocks disagree");
            assertAllReadable(archive);
            assertThat(kinds(archive)).isEmpty();
        }
    }

    @Test
    void theRootKeyIsReplacedAtOnceAndTheOldOneDestroyedAfterThirtyDays() throws IOException {
        AccessionNumber authorisation;
        try (var archive = opened()) {
            authorisation = archive.destructions()
                    .destroy(captures(1, 5), TestDestruction.FORM)
                    .authorisation();
            assertThat(versions(archive)).containsExactly(1, 2);
            assertThat(archive.destructions().underWay())
                    .singleElement()
                    .satisfies(it -> assertThat(it.state()).contains("destroyed after 2026-09-21T12:00"));
            today = Fixture.NOON.plus(Destruction.GRACE).minusSeconds(1);
            archive.destructions().goOn();
            assertThat(versions(archive)).containsExactly(1, 2);
        }
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThat(versions(archive)).containsExactly(2);
            assertThat(archive.destructions().underWay()).isEmpty();
            assertThat(kinds(archive))
                    .containsExactly(
                            "destruction-authorised",
                            "destruction-begun",
                            "rotated",
                            "root-destroyed",
                            "keys-destroyed");
            assertThatThrownBy(() -> archive.message(new AccessionNumber(5)))
                    .isInstanceOf(CaptureWasDestroyed.class)
                    .hasMessageContaining("entry " + authorisation);
            assertThat(Fixture.raw(archive, new AccessionNumber(4))).isEqualTo(mail.get(4));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void yesterdaysCopyOpensWithTheOldRootKeyAndWithWhatIsLeftAfterTheGraceItDoesNot() throws IOException {
        Path yesterday = folder.resolve("yesterday");
        Fixture.copy(fixture.data(), yesterday);
        try (var archive = opened()) {
            archive.destructions().destroy(captures(1), TestDestruction.FORM);
        }
        assertThat(read(yesterday)).isEqualTo(mail.get(1));
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
        }
        for (String left : List.of("root.p12", "secrets"))
            Files.copy(
                    fixture.data().resolve("store/keys").resolve(left),
                    yesterday.resolve("store/keys").resolve(left),
                    StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(yesterday)).hasMessageContaining("version 1 of the root key");
    }

    private byte[] read(Path copy) throws IOException {
        try (var archive = Archive.open(copy, fixture.settings, fixture.alarms, fixture.clock)) {
            return Fixture.raw(archive, new AccessionNumber(1));
        }
    }

    private static List<Integer> versions(Archive archive) {
        return archive.rootKeys().versions().stream()
                .map(RootKeys.Version::number)
                .toList();
    }

    private Archive opened() {
        Archive archive = fixture.open();
        archive.destructions().guardedBy(guard, () -> today);
        return archive;
    }

    private void assertAllReadable(Archive archive) {
        for (int i = 0; i < mail.size(); i++)
            assertThat(Fixture.raw(archive, new AccessionNumber(i))).isEqualTo(mail.get(i));
    }

    static List<String> kinds(Archive archive) throws IOException {
        List<String> kinds = new ArrayList<>();
        try (var events = archive.events(new AccessionNumber(0))) {
            for (var next = events.next(); next.isPresent(); next = events.next())
                kinds.add(next.get().event().kind());
        }
        return kinds;
    }

    static AccessionRanges captures(long... numbers) {
        List<AccessionNumber> captures = new ArrayList<>();
        for (long number : numbers) captures.add(new AccessionNumber(number));
        return AccessionRanges.of(captures);
    }
}
