package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One of the two disks of an archive with a mirror is torn away while mail comes in. Mail goes on, and the disk that
/// is
/// left has everything that was acknowledged, alone. Needs root.
@Tag("long")
class MirrorDiskLossTest {
    private static final int SESSIONS = 8;
    private static final int MIB = 400;
    private static final int BEFORE = 150;
    private static final int AFTER = 300;
    private static final LedgerPeer.MessageSizes SIZES = new LedgerPeer.MessageSizes(20_000, 1 << 20, 40);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", 4507);

    private static void tearAway(LoopDisk disk, String how) throws Exception {
        if (how.equals("taken out"))
            LoopDisk.run("umount", "--lazy", disk.folder().toString());
        else disk.becomeReadOnly();
    }

    @ParameterizedTest
    @CsvSource({"data,read-only", "mirror,read-only", "data,taken out", "mirror,taken out"})
    void theDiskThatIsLeftHasAllThatWasAcknowledged(String lost, String how) throws Exception {
        assumeTrue(LoopDisk.possible(folder, "ext4"), "no disk can be mounted here: none was torn away");
        boolean isMirrorLost = lost.equals("mirror");
        try (LedgerPeers peers = new LedgerPeers(SESSIONS, seed, 0, SIZES);
                LoopDisk first = LoopDisk.make(folder.resolve("first"), "ext4", MIB);
                LoopDisk second = LoopDisk.make(folder.resolve("second"), "ext4", MIB)) {
            Path data = first.folder().resolve("data");
            Path mirror = Files.createDirectories(second.folder().resolve("mirror"));
            Map<Long, String> ledger;
            try (BareProcess process = BareProcess.Start.in(data, passphrase())
                    .withSegmentBytesMax(8 << 20)
                    .mirroredTo(mirror)
                    .now()) {
                peers.deliverTo(process.portOrFail());
                peers.ledger().awaitMore(BEFORE, process);
                int before = peers.ledger().size();
                tearAway(isMirrorLost ? second : first, how);
                peers.ledger().awaitMore(AFTER, process);
                ledger = peers.ledger().acknowledged();
                assertThat(ledger)
                        .as("mail goes on: " + peers.ledger() + "\n" + process.lastSaid())
                        .hasSizeGreaterThan(before + SESSIONS);
                peers.deliverTo(0);
                process.kill();
            }
            Path left = isMirrorLost ? data : mirror;
            // As the recovery guide says: from now on it is an archive by itself.
            Files.delete(left.resolve("mirror-state"));
            KeptMail.in(left, passphrase(), ledger).assertNothingIsLost("in " + left);
            System.out.println(
                    "Without the disk of the " + lost + ", " + how + ": " + ledger.size() + " acknowledged, 0 lost");
        }
    }

    /// On neither disk.
    private Path passphrase() {
        return folder.resolve("passphrase");
    }
}
