package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes while mail comes in. The archive is on a file system in an image file; a copy of that image, taken in
/// an instant, is what the disk has then. The machine comes up again on the copy, which is the disk of the next cut.
@Tag("long")
class PowerLossTest {
    private static final int SESSIONS = 8;
    private static final int MIB = 400;
    private static final int CUTS_OF_A_STORE = 25;
    private static final LedgerPeer.MessageSizes SIZES = new LedgerPeer.MessageSizes(20_000, 1 << 20, 40);
    private static final List<String> NO_FORCE =
            List.of("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "inject=fdatasync,fsync:retval=0");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", 4502);
    private final Random random = new Random(seed);
    private LoopDisk disk;

    @Test
    void tenPowerCutsOnExt4LoseNothingAcknowledged() throws Exception {
        cutAgainAndAgain("ext4", 10);
    }

    @Test
    @Tag("release")
    void aHundredPowerCutsOnEachFileSystemLoseNothingAcknowledged() throws Exception {
        for (String kind : List.of("ext4", "xfs", "btrfs")) cutAgainAndAgain(kind, 100);
    }

    /// Else the test could not tell.
    @Test
    void whereForcesDoNothingAPowerCutLoses() throws Exception {
        try (LoopDisk outer = outer("ext4")) {
            disk = LoopDisk.make(outer.folder().resolve("control"), "ext4", MIB);
            try {
                LedgerPeers peers = new LedgerPeers(SESSIONS, seed, 0, SIZES);
                Map<Long, String> ledger = cut(peers, NO_FORCE, 0);
                System.out.println("No force: " + ledger.size() + " acknowledged, " + whatIsLost(ledger));
            } finally {
                disk.close();
            }
        }
    }

    private String whatIsLost(Map<Long, String> ledger) {
        KeptMail kept;
        try {
            kept = KeptMail.in(data(), passphrase(), ledger);
        } catch (Exception nothingToOpen) {
            return "and the store cannot be opened: " + nothingToOpen.getMessage();
        }
        assertThat(kept.lost()).as("lost without forces").isNotEmpty();
        return kept.lost().size() + " lost";
    }

    private LoopDisk outer(String kind) throws Exception {
        assumeTrue(
                LoopDisk.possible(folder, "xfs", kind),
                "no " + kind + " on a copy-on-write disk can be mounted here: no power was cut");
        return LoopDisk.make(folder.resolve("outer"), "xfs", 4_000);
    }

    private void cutAgainAndAgain(String kind, int cuts) throws Exception {
        System.out.println("PowerLossTest seed " + seed + " on " + kind);
        long acknowledged = 0;
        try (LoopDisk outer = outer(kind)) {
            for (int from = 0; from < cuts; from += CUTS_OF_A_STORE) {
                Path base = outer.folder().resolve(kind + from);
                disk = LoopDisk.make(base, kind, MIB);
                try {
                    acknowledged += cutOneStore(Math.min(CUTS_OF_A_STORE, cuts - from));
                } finally {
                    disk.close();
                    Files.delete(disk.image());
                }
            }
        }
        System.out.println(cuts + " power cuts on " + kind + ": " + acknowledged + " acknowledged, 0 lost");
    }

    private long cutOneStore(int cuts) throws Exception {
        Map<Long, String> ledger = new TreeMap<>();
        for (int cut = 0; cut < cuts; cut++) {
            LedgerPeers peers = new LedgerPeers(SESSIONS, seed + random.nextInt(1_000_000), 0, SIZES);
            ledger.putAll(cut(peers, List.of(), cut));
            String when = "after cut " + cut + ": " + peers.ledger();
            assertThat(peers.ledger().wrongs()).as(when).isEmpty();
            KeptMail.in(data(), passphrase(), ledger).assertNothingIsLost(when);
        }
        return ledger.size();
    }

    /// Returns what had been acknowledged before the copy was begun; afterwards the copy is the disk.
    private Map<Long, String> cut(LedgerPeers peers, List<String> wrapper, int cut) throws Exception {
        Map<Long, String> ledger;
        Path copy = disk.image().resolveSibling("cut-" + cut + "-" + random.nextInt(1 << 20) + ".img");
        try (peers;
                BareProcess process = BareProcess.Start.in(data(), passphrase())
                        .withSegmentBytesMax(8 << 20)
                        .behind(wrapper)
                        .now()) {
            peers.deliverTo(process.portOrFail());
            peers.ledger().awaitMore(1 + random.nextInt(300), process);
            ledger = peers.ledger().acknowledged();
            disk.copyNow(copy);
            peers.deliverTo(0);
            process.kill();
        }
        disk.close();
        Files.delete(disk.image());
        disk = disk.again(copy);
        return ledger;
    }

    private Path data() {
        return disk.folder().resolve("data");
    }

    /// On the disk that loses its power too: it is made and forced by the archive.
    private Path passphrase() {
        return disk.folder().resolve("passphrase");
    }
}
