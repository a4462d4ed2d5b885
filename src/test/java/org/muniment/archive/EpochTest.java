package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.anchor.Anchors;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.LogVerifier;

class EpochTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        System.out.println("seed " + seed);
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(16 << 10);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private List<byte[]> keep(Archive archive, int count) {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] raw = Fixture.bytes(random, 100 + random.nextInt(3_000));
            Fixture.keep(archive, Fixture.smtp("clerk@city.example"), raw);
            kept.add(raw);
        }
        archive.publish();
        return kept;
    }

    /// A copy in its place, without a keystore.
    private static Path copy(Archive archive, Path to) throws IOException {
        StoreCopy copy = archive.copy();
        Path staged = to.resolve(".next");
        for (CopiedFile file :
                copy.copyAll(to, staged, path -> Optional.empty()).files())
            if (file.file().startsWith(staged)) file.movedTo(to.resolve(staged.relativize(file.file())));
        return to;
    }

    private Archive openRestored(Path to, RestoredStore store) throws IOException {
        store.takeKeystore(new StoreLayout(fixture.data()).keystore(), new SecureRandom());
        return Archive.open(to, fixture.settings, fixture.alarms, fixture.clock);
    }

    @Test
    void yesterdaysBackupAndTodaysCheckpointStepOverWhatWasGivenAwaySince() throws IOException {
        Path to = folder.resolve("restored");
        List<byte[]> kept;
        final Checkpoint older;
        final Checkpoint newest;
        String former;
        try (Archive archive = fixture.open()) {
            former = archive.origin();
            kept = keep(archive, 20);
            older = archive.checkpoint().orElseThrow();
            copy(archive, to);
            keep(archive, 7);
            newest = archive.checkpoint().orElseThrow();
        }
        RestoredStore store = RestoredStore.in(to);
        byte[] later = Fixture.bytes(random, 500);
        try (Archive restored = openRestored(to, store)) {
            Epoch epoch = store.begin(restored, List.of(newest), Fixture.NOON, Progress.UNSEEN);
            assertThat(epoch.former()).isEqualTo(former);
            assertThat(restored.origin()).startsWith(former + "-").isNotEqualTo(former);
            assertThat(epoch.entries()).isEqualTo(20);
            assertThat(epoch.skipped()).isEqualTo(7);
            assertThat(epoch.checkpoint()).contains(newest.toString());
            assertThat(epoch.sentence()).contains("7 numbers after them (20 to 26)");
            assertThat(restored.log().root(older.size())).isEqualTo(older.root());
            Receipt receipt = Fixture.keep(restored, Fixture.smtp("clerk@city.example"), later);
            assertThat(receipt.accession().index()).isEqualTo(28);
            restored.publish();
            requireProvable(restored, kept, former);
            var anchors = new Anchors(to, restored, fixture.clock);
            assertThat(anchors.compare(older.bytes())).isEqualTo(older);
            assertThatThrownBy(() -> anchors.compare(newest.bytes()))
                    .hasMessageContainingAll(
                            "it covers 27 entries",
                            "had the first 20",
                            "numbers 20 to 26 were given away and are missing here");
        }
        try (Archive again = Archive.open(to, fixture.settings, fixture.alarms, fixture.clock)) {
            assertThat(again.readOnlyReason()).isEmpty();
            assertThat(Fixture.raw(again, new AccessionNumber(28))).isEqualTo(later);
            assertThat(kinds(again))
                    .startsWith("epoch-skipped")
                    .endsWith("epoch")
                    .hasSize(8);
            for (var level : List.of(IntegrityCheck.Level.QUICK, IntegrityCheck.Level.SCRUB, IntegrityCheck.Level.FULL))
                assertThat(Fixture.findings(again, level)).isEmpty();
            assertThat(PublicCheck.withKey(to, again.verifier(), Progress.UNSEEN)
                            .findings())
                    .isEmpty();
        }
    }

    /// Each old entry under its old text, with a proof in the new log; and the old bundle's proof still holds.
    private static void requireProvable(Archive restored, List<byte[]> kept, String former) throws IOException {
        Checkpoint now = restored.checkpoint().orElseThrow();
        for (int i = 0; i < kept.size(); i++) {
            assertThat(Fixture.raw(restored, new AccessionNumber(i))).isEqualTo(kept.get(i));
            byte[] text = restored.message(new AccessionNumber(i)).entryText();
            assertThat(new String(text, StandardCharsets.UTF_8)).startsWith(former + "/entry/v1\n");
            assertThat(restored.log().entry(i)).isEqualTo(text);
            var proof = restored.log().prove(i, now.size());
            try {
                LogVerifier.verify(proof, restored.log().leaf(i), now.root());
            } catch (org.muniment.merklelog.ProofIsInvalid wrong) {
                throw new AssertionError(wrong);
            }
        }
    }

    private static List<String> kinds(Archive archive) throws IOException {
        List<String> kinds = new ArrayList<>();
        try (EventReader events = archive.events(new AccessionNumber(0))) {
            for (var event = events.next(); event.isPresent(); event = events.next())
                kinds.add(event.get().event().kind());
        }
        return kinds;
    }

    @Test
    void twoRestoresOfOneBackupAreTwoLogsAndARestoreOfARestoreHasThree() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path third = folder.resolve("third");
        try (Archive archive = fixture.open()) {
            keep(archive, 9);
            copy(archive, first);
            copy(archive, second);
        }
        RestoredStore one = RestoredStore.in(first);
        RestoredStore two = RestoredStore.in(second);
        try (Archive restored = openRestored(first, one);
                Archive other = openRestored(second, two)) {
            one.begin(restored, List.of(), Fixture.NOON, Progress.UNSEEN);
            two.begin(other, List.of(), Fixture.NOON, Progress.UNSEEN);
            assertThat(restored.origin()).isNotEqualTo(other.origin());
            keep(restored, 3);
            copy(restored, third);
        }
        RestoredStore again = RestoredStore.in(third);
        try (Archive restored = openRestored(third, again)) {
            Epoch epoch = again.begin(restored, List.of(), Fixture.NOON, Progress.UNSEEN);
            assertThat(epoch.entries()).isEqualTo(13);
            assertThat(Fixture.findings(restored, IntegrityCheck.Level.FULL)).isEmpty();
            assertThat(kinds(restored)).containsExactly("epoch", "epoch");
        }
    }

    @Test
    void whateverByteOfAFormersLogIsFlippedIsFound() throws IOException {
        Path to = folder.resolve("restored");
        try (Archive archive = fixture.open()) {
            for (int i = 0; i < 3; i++) keep(archive, 2);
            copy(archive, to);
        }
        RestoredStore store = RestoredStore.in(to);
        try (Archive restored = openRestored(to, store)) {
            store.begin(restored, List.of(), Fixture.NOON, Progress.UNSEEN);
            Path former = new StoreLayout(to).log(store.formerOrigin());
            for (String name : List.of("checkpoint", "checkpoint-history")) {
                byte[] whole = Files.readAllBytes(former.resolve(name));
                for (int round = 0; round < 5; round++) {
                    byte[] damaged = whole.clone();
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                    Files.write(former.resolve(name), damaged);
                    assertThat(Fixture.findings(restored, IntegrityCheck.Level.FULL))
                            .as(name)
                            .isNotEmpty();
                }
                Files.delete(former.resolve(name));
                assertThat(Fixture.findings(restored, IntegrityCheck.Level.FULL))
                        .isNotEmpty();
                Files.write(former.resolve(name), whole);
            }
            assertThat(Fixture.findings(restored, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void aForgedCheckpointAndOneOfAnotherHistoryAreRefused() throws IOException {
        Path to = folder.resolve("restored");
        try (Archive archive = fixture.open()) {
            keep(archive, 5);
            copy(archive, to);
        }
        RestoredStore store = RestoredStore.in(to);
        try (Archive restored = openRestored(to, store)) {
            var stranger = LogKey.of(store.formerOrigin(), LogKey.generatePair(new SecureRandom()));
            Path forged = folder.resolve("forged");
            try (var log = org.muniment.merklelog.MerkleLog.open(forged, stranger)) {
                log.append(List.of(new byte[] {1}));
                Checkpoint wrong = log.publish();
                assertThatThrownBy(() -> store.begin(restored, List.of(wrong), Fixture.NOON, Progress.UNSEEN))
                        .isInstanceOf(CheckpointIsNotBelieved.class)
                        .hasMessageContaining("was not signed with the key in this keystore");
            }
        }
        assertThat(Files.exists(to)).isTrue();
    }
}
