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
        LedgerPeers peers = new LedgerPeers(SESSIONS, seed, perSecond, SIZES);
        try (LoopDisk outer = LoopDisk.make(folder.resolve("outer"), "xfs", 40_000)) {
            SoakedArchive archive = new SoakedArchive(outer.folder(), folder.resolve("gc.log"), 2_000 + 400 * minutes);
            try (archive;
                    peers) {
                soak(archive, peers);
            }
            conclude(archive, peers.ledger());
        }
    }

    /// Twelve evils to a round, and then some peace.
    private void soak(SoakedArchive archive, LedgerPeers peers) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        long pause = Math.clamp(minutes * 1_000L, 3_000, 15_000);
        archive.start(peers);
        for (int round = 0; System.nanoTime() < end; round++) {
            for (int evil = 0; evil < 12 && System.nanoTime() < end; evil++) {
                Thread.sleep(pause / 2 + random.nextLong(pause));
                befall(archive, peers, evil);
                archive.look(peers.ledger().size());
            }
            System.out.printf(
                    "soak, round %d: %,d acknowledged%n", round, peers.ledger().size());
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, 4 * pause));
        }
    }

    private static void befall(SoakedArchive archive, LedgerPeers peers, int evil) throws Exception {
        switch (evil) {
            case 3, 9 -> archive.losePower(peers);
            case 5, 7, 11 -> archive.fillDisk(peers);
            case 8 -> archive.becomeReadOnly(peers);
            default -> archive.kill(peers);
        }
    }

    private void conclude(SoakedArchive archive, SmtpLedger ledger) throws Exception {
        Map<Long, String> acknowledged = ledger.acknowledged();
        archive.mountAgain();
        KeptMail kept;
        String proof;
        try {
            kept = KeptMail.in(archive.data(), archive.passphrase(), acknowledged);
            long any = acknowledged.keySet().stream()
                    .skip(random.nextInt(acknowledged.size()))
                    .findFirst()
                    .orElseThrow();
            proof = KeptMail.proved(archive.data(), archive.passphrase(), any, folder.resolve("bundle"));
        } finally {
            archive.unmount();
        }
        String table = archive.table(minutes, perSecond, ledger, kept, proof);
        System.out.println(table);
        Files.writeString(Path.of("target", "soak.txt"), table);
        kept.assertNothingIsLost("after a soak: " + ledger);
        assertThat(ledger.wrongs()).isEmpty();
        assertThat(proof).startsWith("OK: ");
        assertThat(archive.heapMibMax()).isBetween(1L, (long) HEAP_MIB_MAX);
    }
}
