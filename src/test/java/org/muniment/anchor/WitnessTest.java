package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LifecycleEvent;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.WitnessKey;

class WitnessTest {
    @TempDir
    Path folder;

    private AnchoredArchive archive;
    private LocalWitness witness;

    @BeforeEach
    void open() throws IOException {
        archive = new AnchoredArchive(folder.resolve("archive"));
        archive.grow();
        witness = new LocalWitness(archive.archive.log().verifier());
        witness.nameIn(archive.data());
    }

    @AfterEach
    void close() {
        witness.close();
        archive.close();
    }

    private Anchors.Round ask(Instant time) throws IOException {
        witness.time = time;
        return archive.anchors().askEverybody();
    }

    private void refused(Anchors.Round round, String why) {
        assertThat(round.brought()).isEmpty();
        assertThat(round.failures())
                .singleElement()
                .asString()
                .startsWith("Witness w1: ")
                .contains(why);
    }

    @Test
    void aWitnessSignsThatTheLogGrewAndItsSignatureStaysBesideTheCheckpoint() throws IOException {
        Instant time = Instant.parse("2026-11-23T12:00:00Z");
        for (int i = 0; i < 5; i++) {
            Anchors.Round round = ask(time.plusSeconds(i));
            assertThat(round.failures()).isEmpty();
            assertThat(round.brought()).extracting(Anchor::at).containsExactly(time.plusSeconds(i));
            for (int more = 0; more < 3; more++) archive.grow();
        }
        assertThat(witness.asked).as("it is known what the witness saw").isEqualTo(5);
        assertThat(archive.anchors().checkQuickly()).isEmpty();
        assertThat(archive.anchors().checkFully()).isEmpty();
        assertThat(archive.anchors().newestTime()).contains(time.plusSeconds(4));

        Path log = archive.anchorsFolder().resolveSibling("checkpoint");
        assertThat(Files.readString(log)).doesNotContain("witness.example");
        Path cosigned = archive.anchorsFolder()
                .resolve(AnchorShelf.name(archive.anchors().kept().getFirst()).file(AnchorName.COSIGNED));
        assertThat(Files.readString(cosigned)).contains("witness.example/w1").doesNotContain("stranger");
    }

    @Test
    void whatTheWitnessSawIsLearntFromItIfItIsNotKnown() throws IOException {
        Checkpoint first = archive.archive.checkpoint().orElseThrow();
        archive.grow();
        witness.hasSeen(Optional.of(first));
        assertThat(ask(Instant.now()).failures()).isEmpty();
        assertThat(witness.asked).isEqualTo(2);
    }

    @Test
    void aLogThatIsShorterThanTheWitnessSawWasRolledBack() throws IOException {
        Path yesterday = folder.resolve("yesterday");
        AnchoredArchive.copy(archive.data(), yesterday);
        archive.grow();
        witness.hasSeen(archive.archive.checkpoint());
        try (var rolledBack = archive.open(yesterday)) {
            refused(new Anchors(yesterday, rolledBack, archive.clock()).askEverybody(), "it was rolled back");
        }
    }

    @Test
    void aLogThatIsAnotherThanTheWitnessSawWasRewritten() throws IOException, InterruptedException {
        Path yesterday = folder.resolve("yesterday");
        AnchoredArchive.copy(archive.data(), yesterday);
        archive.grow();
        witness.hasSeen(archive.archive.checkpoint());
        try (var fork = archive.open(yesterday)) {
            for (int i = 0; i < 3; i++) {
                var number = fork.record(new LifecycleEvent("verified", "{\"other\":" + i + "}"));
                var _ = fork.log()
                        .awaitCheckpoint(number.index(), Duration.ofSeconds(30))
                        .orElseThrow();
            }
            refused(new Anchors(yesterday, fork, archive.clock()).askEverybody(), "this one was rewritten");
        }
    }

    @Test
    void aSignatureOfSomethingElseIsRefused() throws IOException {
        witness.isForging = true;
        refused(ask(Instant.now()), "does not hold");
        assertThat(archive.anchors().kept()).isEmpty();
    }

    @Test
    void aWitnessThatDoesNotKnowTheLogSaysSo() throws IOException {
        try (AnchoredArchive other = new AnchoredArchive(folder.resolve("other"));
                LocalWitness stranger = new LocalWitness(other.archive.log().verifier())) {
            Files.delete(archive.data().resolve("anchors.properties"));
            stranger.nameIn(archive.data());
            refused(archive.anchors().askEverybody(), "does not know this log");
        }
    }

    @Test
    void aTamperedCosignatureIsFound() throws IOException {
        assertThat(ask(Instant.now()).failures()).isEmpty();
        Path cosigned = archive.anchorsFolder()
                .resolve(AnchorShelf.name(archive.anchors().kept().getFirst()).file(AnchorName.COSIGNED));
        byte[] before = Files.readAllBytes(cosigned);
        for (int at = 0; at < before.length; at += 9) {
            byte[] damaged = before.clone();
            damaged[at] ^= 1;
            Files.write(cosigned, damaged);
            assertThat(archive.anchors().checkQuickly()).as("byte " + at).isNotEmpty();
        }
    }

    @Test
    void onlyAKeyForCosignaturesIsTakenInItsOneSpelling() throws Exception {
        String key = witness.key();
        assertThat(WitnessKey.parse(key)).hasToString(key);
        String logKey = archive.archive.log().verifier().toString();
        for (String wrong : new String[] {logKey, key.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+"), "w1", key + "A"})
            assertThatThrownBy(() -> WitnessKey.parse(wrong)).as(wrong).hasMessageContaining("key");
    }
}
