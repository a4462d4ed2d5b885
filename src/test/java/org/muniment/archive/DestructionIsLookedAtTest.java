package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;

/// A destruction goes by what the log and the key table show, whatever somebody put back or wrote into the book.
class DestructionIsLookedAtTest {
    private static final AccessionNumber GONE = new AccessionNumber(1);

    @TempDir
    Path folder;

    private Fixture fixture;
    private final List<byte[]> mail = new ArrayList<>();
    private final TestGuard guard = new TestGuard();
    private Instant today = Fixture.NOON;
    private byte[] olderTable = {};

    @BeforeEach
    void destroyOne() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(16 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) {
                mail.add(Fixture.bytes(random, 1_500));
                Fixture.keep(archive, Fixture.file(), mail.getLast());
            }
        }
        olderTable = Files.readAllBytes(layout().keyTable());
        try (var archive = opened()) {
            archive.destructions().destroy(AccessionRanges.of(List.of(GONE)), TestDestruction.FORM);
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void nothingIsCalledDestroyedThatAnOlderKeyTableOpensAgain() throws IOException {
        Files.write(layout().keyTable(), olderTable);
        try (var archive = fixture.open()) {
            assertThat(Fixture.raw(archive, GONE)).as("as it was").isEqualTo(mail.get(1));
            archive.rootKeys().rotate();
        }
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertGone(archive);
            assertThat(archive.destructions().underWay())
                    .as("with a grace of its own")
                    .hasSize(1);
            assertThat(DestructionTest.kinds(archive)).doesNotContain("root-destroyed", "keys-destroyed");
            today = today.plus(Destruction.GRACE);
            archive.destructions().goOn();
            assertThat(DestructionTest.kinds(archive)).endsWith("keys-destroyed");
            assertThat(archive.rootKeys().versions()).hasSize(1);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
        assertGoneToo();
    }

    @Test
    void whatAnOlderKeyTableOpensAgainAndMustBeKeptNowIsKept() throws IOException {
        Files.write(layout().keyTable(), olderTable);
        try (var archive = fixture.open()) {
            guard.hold(1, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            archive.destructions().guardedBy(guard, () -> today);
            archive.destructions().goOn();
            assertThat(Fixture.raw(archive, GONE)).isEqualTo(mail.get(1));
            assertThat(fixture.alarmKinds()).contains("DESTRUCTION_STOPPED");
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("accession 1 was destroyed under entry"));
        }
    }

    @Test
    void theRightKeyTableStillFindsItsSurvivorsAfterAnOlderOneWasThere() throws IOException {
        byte[] right = Files.readAllBytes(layout().keyTable());
        Files.write(layout().keyTable(), olderTable);
        try (var archive = fixture.open()) {
            archive.size();
        }
        Files.write(layout().keyTable(), right);
        assertGoneToo();
    }

    @Test
    void whatIsWrittenDownAsDoneAndIsNotGoesOn() throws IOException {
        writeDown(line -> line.to(Step.DONE));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("is complete, and the log does not"));
        }
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThat(DestructionTest.kinds(archive)).endsWith("root-destroyed", "keys-destroyed");
            assertThat(archive.rootKeys().versions()).hasSize(1);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenDownAsStoppedAndIsNotGoesOn() throws IOException {
        writeDown(line -> line.to(Step.STOPPED));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("was stopped, and the log does not"));
        }
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThat(archive.destructions().underWay()).hasSize(1);
        }
    }

    @Test
    void theGraceIsCountedFromWhatTheLogSays() throws IOException {
        writeDown(line -> line.rotatedTo(line.root(), 0));
        today = Fixture.NOON.plus(Destruction.GRACE).minusSeconds(1);
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThat(archive.rootKeys().versions()).hasSize(2);
        }
    }

    @Test
    void oneThatShouldBeOverIsAFinding() throws IOException {
        writeDown(line -> line.rotatedTo(line.root(), Long.MAX_VALUE / 2));
        fixture.clock = InstantSource.fixed(Fixture.NOON.plus(Destruction.GRACE).plusSeconds(90_000));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("the old root key is not destroyed yet"));
        }
    }

    private void writeDown(UnaryOperator<Line> change) throws IOException {
        var book = new DestructionBook(layout());
        book.put(change.apply(book.lines().getFirst()));
    }

    private void assertGoneToo() throws IOException {
        try (var archive = fixture.open()) {
            assertGone(archive);
        }
    }

    private void assertGone(Archive archive) {
        assertThatThrownBy(() -> archive.message(GONE)).isInstanceOf(CaptureWasDestroyed.class);
        for (int i = 0; i < mail.size(); i++)
            if (i != GONE.index())
                assertThat(Fixture.raw(archive, new AccessionNumber(i))).isEqualTo(mail.get(i));
    }

    private Archive opened() {
        Archive archive = fixture.open();
        archive.destructions().guardedBy(guard, () -> today);
        return archive;
    }

    private StoreLayout layout() {
        return new StoreLayout(fixture.data());
    }
}
