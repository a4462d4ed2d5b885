package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real disk of 64 MB, full: peers are asked to wait before they send, nothing acknowledged is lost, and mail is
/// taken
/// again by itself when there is room.
@Tag("long")
class FullDiskTest {
    private static final int SESSIONS = 6;
    private static final int MIB = 64;
    private static final long SEGMENT_BYTES = 4 << 20;
    private static final LedgerPeer.MessageSizes SIZES = new LedgerPeer.MessageSizes(60_000, 600_000, 10);

    @TempDir
    Path folder;

    private LoopDisk disk;
    private LedgerPeers peers;

    @BeforeEach
    void mountADisk() throws IOException, InterruptedException {
        assumeTrue(LoopDisk.possible(folder, "ext4"), "no disk can be mounted here: none was filled");
        disk = LoopDisk.make(folder.resolve("disk"), "ext4", MIB);
        peers = new LedgerPeers(SESSIONS, 4503, 0, SIZES);
    }

    @AfterEach
    void unmount() {
        if (peers != null) peers.close();
        if (disk != null) disk.close();
    }

    @Test
    void mailThatFillsADiskIsPutOffBeforeItIsSentAndTakenAgainWhenThereIsRoom() throws Exception {
        ballast("ballast", 30 << 20);
        try (BareProcess process = start()) {
            peers.deliverTo(process.portOrFail());
            until("mail is put off", () -> ledger().count("MAIL", "452") > 20);
            int kept = ledger().size();
            Files.delete(disk.folder().resolve("ballast"));
            until("mail is taken again", () -> ledger().size() > kept + 20);
            // Only what was let in while there was room is put off later, and mostly before it is sent.
            assertThat(ledger().count("DATA", "452") + ledger().count(".", "452"))
                    .as("%s", ledger())
                    .isLessThanOrEqualTo(2 * SESSIONS);
        }
        nothingIsLost();
    }

    /// Something else fills the disk at once, in the middle of a batch.
    @Test
    void aDiskThatIsFullAllAtOnceLosesNothingAndGoesOnByItself() throws Exception {
        try (BareProcess process = start()) {
            peers.deliverTo(process.portOrFail());
            for (int time = 0; time < 4; time++) {
                int before = ledger().size();
                until("mail is taken", () -> ledger().size() > before + 20);
                long putOff = ledger().count("MAIL", "452");
                fill("ballast");
                until("mail is put off", () -> ledger().count("MAIL", "452") > putOff + 5);
                Files.delete(disk.folder().resolve("ballast"));
            }
            int before = ledger().size();
            until("mail is taken again", () -> ledger().size() > before + 20);
        }
        nothingIsLost();
    }

    @Test
    void aDiskThatBecomesReadOnlyStopsTheArchiveAndLosesNothing() throws Exception {
        try (BareProcess process = start()) {
            peers.deliverTo(process.portOrFail());
            until("mail is taken", () -> ledger().size() > 50);
            disk.becomeReadOnly();
            until("mail is refused for now", () -> refused() > 10);
            peers.deliverTo(0);
        }
        disk.close();
        LoopDisk.repair(disk.image());
        disk = disk.again(disk.image());
        int before = ledger().size();
        try (BareProcess process = start()) {
            peers.deliverTo(process.portOrFail());
            until("mail is taken after the repair", () -> ledger().size() > before + 20);
        }
        nothingIsLost();
    }

    private long refused() {
        return ledger().count(".", "451")
                + ledger().count("MAIL", "421")
                + ledger().count("MAIL", "451")
                + peers.lostSessions();
    }

    private void nothingIsLost() throws IOException {
        peers.close();
        System.out.println("A disk of " + MIB + " MB: " + ledger().size() + " acknowledged, 0 lost; " + ledger());
        assertThat(ledger().wrongs()).isEmpty();
        KeptMail.in(data(), passphrase(), ledger().acknowledged()).assertNothingIsLost(ledger().toString());
    }

    private SmtpLedger ledger() {
        return peers.ledger();
    }

    private void until(String what, BooleanSupplier there) {
        await(what).atMost(Duration.ofSeconds(60)).until(there::getAsBoolean);
    }

    private BareProcess start() throws IOException {
        return BareProcess.Start.in(data(), passphrase())
                .withSegmentBytesMax(SEGMENT_BYTES)
                .now();
    }

    private Path data() {
        return disk.folder().resolve("data");
    }

    private Path passphrase() {
        return disk.folder().resolve("passphrase");
    }

    private void ballast(String name, int bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.folder().resolve(name))) {
            for (int written = 0; written < bytes; written += 1 << 16) out.write(new byte[1 << 16]);
        }
    }

    private void fill(String name) {
        try {
            ballast(name, Integer.MAX_VALUE);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
