package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// This is an archive with a mirror, each on a disk of its own, and what happens to both.
final class SoakedArchive implements AutoCloseable {
    private static final long SEGMENT_BYTES = 64 << 20;
    private static final int ON_ONE_DISK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path gcLog;
    private final SoakedDisks disks;
    private final SoakFigures figures = new SoakFigures();
    private final LedgerPeers peers;
    private @Nullable BareProcess process;

    SoakedArchive(Path outer, Path gcLog, int mib, LedgerPeers peers) throws IOException, InterruptedException {
        this.gcLog = gcLog;
        this.disks = new SoakedDisks(outer, mib);
        this.peers = peers;
    }

    SoakedDisks disks() {
        return disks;
    }

    SoakFigures figures() {
        return figures;
    }

    SoakedHeap heap() throws IOException {
        return SoakedHeap.of(gcLog, figures.starts());
    }

    void start() throws IOException {
        long begin = System.nanoTime();
        BareProcess started = BareProcess.Start.in(disks.data(), disks.passphrase())
                .withSegmentBytesMax(SEGMENT_BYTES)
                .with("-Xlog:gc:file=" + gcLog + "." + figures.starts())
                .mirroredTo(disks.mirror())
                .now();
        process = started;
        peers.deliverTo(started.portOrFail());
        figures.started(begin, peers.ledger().size());
    }

    private BareProcess running() {
        BareProcess now = process;
        if (now == null) throw new IllegalStateException("no archive runs");
        if (!now.isAlive()) throw new AssertionError("the archive has ended by itself:\n" + now.said());
        return now;
    }

    void look() throws IOException {
        figures.look(running().pid(), peers.ledger().size());
    }

    private void stop() throws InterruptedException {
        running().kill();
        process = null;
        figures.stopped();
        peers.pause();
    }

    void kill() throws IOException, InterruptedException {
        stop();
        figures.kills++;
        start();
    }

    /// Both disks lose it at one moment: between the two copies the process stands still.
    void losePower() throws IOException, InterruptedException {
        awaitWhole();
        peers.ledger().mark();
        LoopDisk.run("kill", "-STOP", Long.toString(running().pid()));
        Path[] copies = disks.copyNow();
        stop();
        peers.ledger().forgetSinceMark();
        disks.comeUpOn(copies);
        figures.powerCuts++;
        start();
    }

    /// Something else takes all the room of both for a while.
    void fillDisks() throws IOException, InterruptedException {
        SmtpLedger ledger = peers.ledger();
        long before = ledger.count("MAIL", "452");
        List<LoopDisk> both = List.of(disks.first(), disks.second());
        for (LoopDisk disk : both) disk.fill("ballast");
        await("mail is put off", () -> ledger.count("MAIL", "452") > before);
        Thread.sleep(2_000);
        for (LoopDisk disk : both) Files.delete(disk.folder().resolve("ballast"));
        awaitMail("by itself, when there was room again", 50);
        awaitWhole();
        figures.fullDisks++;
    }

    /// Mail goes on without a pause. Then a new disk is put in as the recovery guide says; perhaps with a kill while it
    /// is
    /// filled.
    void loseMirror(boolean andKill) throws IOException, InterruptedException {
        awaitWhole();
        disks.second().becomeReadOnly();
        awaitMail("without its mirror", ON_ONE_DISK);
        stop();
        disks.replaceSecond();
        Files.delete(disks.data().resolve("mirror-state"));
        start();
        if (andKill) kill();
        awaitWhole();
        figures.mirrorsLost++;
    }

    /// Mail goes on with the mirror alone; then the machine is stopped, and the disk repaired.
    void losePrimary() throws IOException, InterruptedException {
        awaitWhole();
        disks.first().becomeReadOnly();
        awaitMail("with the mirror alone", ON_ONE_DISK);
        stop();
        disks.repairFirst();
        start();
        awaitWhole();
        figures.primariesLost++;
    }

    private void awaitMail(String how, int messages) throws InterruptedException {
        int before = peers.ledger().size();
        await("mail is taken " + how, () -> peers.ledger().size() > before + messages);
    }

    void awaitWhole() throws InterruptedException {
        await("both disks have everything", () -> {
            String said = running().said();
            int behind = said.lastIndexOf(BareMirror.BEHIND);
            return said.lastIndexOf(BareMirror.WHOLE) > behind;
        });
    }

    private void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError(
                        "it took more than " + PATIENCE + " until " + what + "; " + peers.ledger() + "\n" + lastSaid());
            Thread.sleep(20);
        }
    }

    private String lastSaid() {
        return running().lastSaid();
    }

    /// Ends the process.
    void end() throws InterruptedException {
        awaitWhole();
        stop();
        figures.ended();
    }

    /// Ends what still runs and unmounts the disks.
    @Override
    public void close() {
        BareProcess running = process;
        if (running != null) running.kill();
        disks.close();
    }
}
