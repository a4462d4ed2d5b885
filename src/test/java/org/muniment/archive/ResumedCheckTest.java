package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedCheckTest {
    private static final int MESSAGES = 60;
    private static final long STOPPED_AT = 45;

    @TempDir
    Path folder;

    private Fixture fixture;
    private Archive archive;
    private Path reached;

    @BeforeEach
    void makeStore() throws InterruptedException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(20 << 10);
        reached = fixture.data().resolve("verification").resolve("full.reached");
        archive = fixture.open();
        var random = new Random(11);
        for (int i = 0; i < MESSAGES; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 1_000));
        assertThat(archive.log().awaitCheckpoint(MESSAGES - 1, java.time.Duration.ofMinutes(1)))
                .isPresent();
    }

    @AfterEach
    void end() throws IOException {
        archive.close();
        fixture.close();
    }

    private static final class Killed extends RuntimeException {}

    private void killedOnTheWay() {
        assertThat(catchThrowable(() -> archive.check(IntegrityCheck.Level.FULL, (done, total) -> {
                    if (done == STOPPED_AT) throw new Killed();
                })))
                .isInstanceOf(Killed.class);
        assertThat(reached).exists();
    }

    private IntegrityReport full() throws IOException {
        return archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN);
    }

    private Path firstSegment() {
        return new StoreLayout(fixture.data()).segment(1, Fixture.NOON);
    }

    @Test
    void aKilledCheckGoesOnWhereItWasAndSaysSo() throws IOException {
        killedOnTheWay();
        // Proof that it is not read again: this damage is not seen before the next check.
        RecoveryTest.flip(firstSegment(), 6_000);
        IntegrityReport resumed = full();
        assertThat(resumed.findings()).isEmpty();
        assertThat(resumed.checked()).isEqualTo(MESSAGES);
        assertThat(resumed.remarks())
                .singleElement()
                .asString()
                .contains("was begun at 2026-08-22T12:00:00.123456Z and stopped; it went on after segment");
        assertThat(reached).doesNotExist();
        IntegrityReport anew = full();
        assertThat(anew.remarks()).isEmpty();
        assertThat(anew.findings()).isNotEmpty();
    }

    @Test
    void itGoesOnAfterARestartWithWhatCameMeanwhile() throws IOException {
        killedOnTheWay();
        archive.close();
        archive = fixture.open();
        Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(12), 1_000));
        IntegrityReport resumed = full();
        assertThat(resumed.findings()).isEmpty();
        assertThat(resumed.checked()).isEqualTo(MESSAGES + 1);
        assertThat(resumed.remarks()).hasSize(1);
    }

    @Test
    void whatTheStoppedRunFoundIsInTheReport() throws IOException {
        RecoveryTest.flip(firstSegment(), 6_000);
        killedOnTheWay();
        RecoveryTest.flip(firstSegment(), 6_000);
        IntegrityReport resumed = full();
        assertThat(resumed.remarks()).hasSize(1);
        assertThat(resumed.findings()).isNotEmpty();
        assertThat(full().findings()).isEmpty();
    }

    @Test
    void whereItWasIsBelievedOnlyUnderTheArchivesOwnSignature() throws IOException {
        killedOnTheWay();
        String saved = Files.readString(reached);
        Files.writeString(reached, saved.replaceFirst("\n\\d+\n", "\n1\n"));
        IntegrityReport anew = full();
        assertThat(anew.remarks()).isEmpty();
        assertThat(anew.findings()).isEmpty();
        assertThat(anew.checked()).isEqualTo(MESSAGES);
    }

    @Test
    void whatWasReadLongAgoIsReadAgain() throws IOException {
        killedOnTheWay();
        archive.close();
        fixture.clock = () -> Fixture.NOON.plus(java.time.Duration.ofDays(8));
        archive = fixture.open();
        assertThat(full().remarks()).isEmpty();
    }
}
