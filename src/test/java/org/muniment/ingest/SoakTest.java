package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail comes in at a steady rate for a long time, and every evil that a machine knows befalls the archive in turn. At
/// the end all that was acknowledged is there and can be proved. `scripts/soak.sh MINUTES` runs it.
@Tag("release")
class SoakTest {
    private static final int SESSIONS = 32;
    private static final LedgerPeer.MessageSizes SIZES = new LedgerPeer.MessageSizes(6_000, 500_000, 200);
    private static final int HEAP_MIB_MAX = 512;

    private final int minutes = Integer.getInteger("soak.minutes", 30);
    private final int perSecond = Integer.getInteger("soak.rate", 300);
    private final long seed = Long.getLong("seed", 4505);
    private final Random random = new Random(seed);

    private final Path folder;

    SoakTest(@TempDir Path temporary) {
        this.folder = Path.of(System.getProperty("soak.folder", temporary.toString()));
    }

    @Test
    void nothingAcknowledgedIsMissingAfterASoak() throws Exception {
        assumeTrue(LoopDisk.possible(folder, "xfs", "ext4"), "no disk can be mounted here: there was no soak");
        try (LedgerPeers peers = new LedgerPeers(SESSIONS, seed, perSecond, SIZES);
                LoopDisk outer = LoopDisk.make(folder.resolve("outer"), "xfs", 90_000);
                SoakedArchive archive =
                        new SoakedArchive(outer.folder(), folder.resolve("gc.log"), 2_000 + 400 * minutes, peers)) {
            soak(archive, peers);
            archive.end();
            conclude(archive, peers.ledger());
        }
    }

    /// Twelve evils to a round, and then some peace.
    private void soak(SoakedArchive archive, LedgerPeers peers) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        long pause = Math.clamp(minutes * 1_000L, 3_000, 15_000);
        archive.start();
        for (int round = 0; System.nanoTime() < end; round++) {
            for (int evil = 0; evil < 12 && System.nanoTime() < end; evil++) {
                Thread.sleep(pause / 2 + random.nextLong(pause));
                archive.look();
                befall(archive, evil);
                System.out.printf(
                        "soak, evil %d: %,d acknowledged%n",
                        evil, peers.ledger().size());
            }
            System.out.printf(
                    "soak, round %d: %,d acknowledged%n", round, peers.ledger().size());
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, 4 * pause));
            archive.look();
        }
    }

    private void befall(SoakedArchive archive, int evil) throws Exception {
        switch (evil) {
            case 1, 8 -> archive.loseMirror(random.nextBoolean());
            case 3, 10 -> archive.losePower();
            case 5, 11 -> archive.fillDisks();
            case 6 -> archive.losePrimary();
            default -> archive.kill();
        }
    }

    private void conclude(SoakedArchive archive, SmtpLedger ledger) throws Exception {
        Map<Long, String> acknowledged = ledger.acknowledged();
        Path data = archive.disks().data();
        Path passphrase = archive.disks().passphrase();
        KeptMail kept = KeptMail.in(data, passphrase, acknowledged);
        KeptMail inMirror = KeptMail.in(archive.disks().mirror(), passphrase, acknowledged);
        long any = acknowledged.keySet().stream()
                .skip(random.nextInt(acknowledged.size()))
                .findFirst()
                .orElseThrow();
        String proof = KeptMail.proved(data, passphrase, any, folder.resolve("bundle"));
        SoakedHeap heap = archive.heap();
        String title = "soak of " + minutes + " minutes at " + perSecond + " messages/s";
        String table = archive.figures().table(title, ledger, kept, inMirror, proof, heap);
        System.out.println(table);
        Files.writeString(Path.of("target", "soak.txt"), table);
        kept.assertNothingIsLost("after a soak: " + ledger);
        inMirror.assertNothingIsLost("in the mirror alone, after a soak: " + ledger);
        assertThat(ledger.wrongs()).isEmpty();
        assertThat(proof).startsWith("OK: ");
        assertThat(heap.most()).isBetween(1L, (long) HEAP_MIB_MAX);
    }
}
