package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, whatever the disk does.
class DiskFaultsTest {
    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(24 << 10);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void whatWasAcknowledgedOutlivesFailedForcesAndPowerCuts() throws IOException {
        for (int seed = 0; seed < 200; seed++) story(seed);
    }

    @Test
    @Tag("long")
    void thousandsOfStories() throws IOException {
        for (int seed = 1_000; seed < 6_000; seed++) story(seed);
    }

    private void story(int seed) throws IOException {
        var random = new Random(seed);
        var disk = new FaultyDisk(random);
        var fileSystem = new FaultyFileSystem(disk);
        Path real = Files.createDirectory(folder.resolve("story-" + seed));
        fixture.settings = fixture.settings.withPassphraseFile(real.resolve("passphrase"));
        Path data = fileSystem.path(real.resolve("data"));
        Map<Long, byte[]> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            work(data, disk, random, acknowledged);
            disk.powerCutAndBack();
            verify(data, acknowledged, "seed " + seed + ", round " + round);
        }
    }

    private void work(Path data, FaultyDisk disk, Random random, Map<Long, byte[]> acknowledged) {
        boolean fromTheStart = random.nextInt(4) == 0;
        double failing = random.nextBoolean() ? 0 : random.nextDouble() * 0.1;
        if (fromTheStart) disk.turnBad(failing, 10 + random.nextInt(150));
        try (var archive = Archive.open(data, fixture.settings, fixture.alarms, fixture.clock)) {
            disk.turnBad(failing, 10 + random.nextInt(250));
            for (int batch = 0; batch < 12 && !disk.isDead(); batch++) deliver(archive, random, acknowledged);
            if (random.nextInt(3) > 0) disk.die();
        } catch (IOException | RuntimeException whatTheDiskDid) {
            disk.die();
        }
        disk.die();
    }

    private static void deliver(Archive archive, Random random, Map<Long, byte[]> acknowledged) throws IOException {
        Map<CompletableFuture<Receipt>, byte[]> delivered = new HashMap<>();
        List<CompletableFuture<Receipt>> inOrder = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            byte[] raw = Fixture.bytes(random, random.nextInt(20) == 0 ? 40_000 : random.nextInt(3_000));
            try (var incoming = archive.receive(Fixture.file())) {
                incoming.body().write(raw);
                var receipt = incoming.commit();
                delivered.put(receipt, raw);
                inOrder.add(receipt);
            } catch (ArchiveRefusal refused) {
                return;
            }
        }
        for (var receipt : inOrder) {
            try {
                acknowledged.put(keptAs(receipt.join()).index(), delivered.get(receipt));
            } catch (CompletionException refused) {
                assertThat(refused).hasCauseInstanceOf(ArchiveRefusal.class);
            }
        }
    }

    /// The shortest of random messages are sometimes equal.
    private static AccessionNumber keptAs(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Captured taken -> taken.accession();
            case Receipt.Duplicate again -> again.original();
        };
    }

    private void verify(Path data, Map<Long, byte[]> acknowledged, String story) throws IOException {
        try (var archive = Archive.open(data, fixture.settings, fixture.alarms, fixture.clock)) {
            assertThat(archive.readOnlyReason()).as(story).isEmpty();
            for (var kept : acknowledged.entrySet())
                assertThat(Fixture.raw(archive, new AccessionNumber(kept.getKey())))
                        .as(story + ", accession " + kept.getKey())
                        .isEqualTo(kept.getValue());
            Fixture.keep(archive, Fixture.file(), new byte[10]);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .as(story)
                    .isEmpty();
        }
    }
}
