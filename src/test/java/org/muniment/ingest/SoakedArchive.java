package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// This is an archive on disks of its own, the machine around it, and what happens to both.
final class SoakedArchive implements AutoCloseable {
    private static final long SEGMENT_BYTES = 64 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path gcLog;
    private final long began = System.nanoTime();
    private final List<Long> slowest = new ArrayList<>();
    private LoopDisk disk;
    private @Nullable BareProcess process;
    private int starts;
    private int kills;
    private int powerCuts;
    private int fullDisks;
    private int readOnlyDisks;
    private long upNanos;
    private long upSince;
    private long ended;
    private long residentKibMax;
    private int acknowledgedAtStart;
    private int acknowledgedByOne;

    SoakedArchive(Path outer, Path gcLog, int mib) throws IOException, InterruptedException {
        this.gcLog = gcLog;
        this.disk = LoopDisk.make(outer.resolve("disk"), "ext4", mib);
    }

    Path data() {
        return disk.folder().resolve("data");
    }

    Path passphrase() {
        return disk.folder().resolve("passphrase");
    }

    void start(LedgerPeers peers) throws IOException {
        long begin = System.nanoTime();
        BareProcess started = BareProcess.Start.in(data(), passphrase())
                .withSegmentBytesMax(SEGMENT_BYTES)
                .with("-Xlog:gc:file=" + gcLog + "." + starts++)
                .now();
        process = started;
        peers.deliverTo(started.portOrFail());
        slowest.add((System.nanoTime() - begin) / 1_000_000);
        upSince = System.nanoTime();
        acknowledgedAtStart = peers.ledger().size();
    }

    /// Reads what the process uses, while it still does.
    void look(int acknowledged) throws IOException {
        BareProcess running = process;
        if (running == null || !running.isAlive()) throw new IOException("the archive has ended by itself");
        acknowledgedByOne = Math.max(acknowledgedByOne, acknowledged - acknowledgedAtStart);
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(running.pid()), "status")))
            if (line.startsWith("VmHWM:"))
                residentKibMax = Math.max(residentKibMax, Long.parseLong(line.replaceAll("\\D", "")));
    }

    private void stop(LedgerPeers peers) throws InterruptedException {
        BareProcess running = process;
        if (running == null) return;
        running.kill();
        process = null;
        upNanos += System.nanoTime() - upSince;
        peers.pause();
    }

    void kill(LedgerPeers peers) throws IOException, InterruptedException {
        stop(peers);
        kills++;
        start(peers);
    }

    void losePower(LedgerPeers peers) throws IOException, InterruptedException {
        Path copy = disk.image().resolveSibling("cut-" + powerCuts++ + ".img");
        peers.ledger().mark();
        disk.copyNow(copy);
        stop(peers);
        peers.ledger().forgetSinceMark();
        disk.close();
        Files.delete(disk.image());
        disk = disk.again(copy);
        start(peers);
    }

    /// Something else takes all the room for a while.
    void fillDisk(LedgerPeers peers) throws IOException, InterruptedException {
        SmtpLedger ledger = peers.ledger();
        long before = ledger.count("MAIL", "452");
        disk.fill("ballast");
        await("mail is put off", () -> ledger.count("MAIL", "452") > before);
        Thread.sleep(2_000);
        Files.delete(disk.folder().resolve("ballast"));
        int kept = ledger.size();
        await("mail is taken again by itself", () -> ledger.size() > kept + 50);
        fullDisks++;
    }

    void becomeReadOnly(LedgerPeers peers) throws IOException, InterruptedException {
        long before = refused(peers);
        disk.becomeReadOnly();
        await("mail is refused for now", () -> refused(peers) > before + 50);
        stop(peers);
        disk.close();
        LoopDisk.repair(disk.image());
        disk = disk.again(disk.image());
        readOnlyDisks++;
        start(peers);
    }

    private static long refused(LedgerPeers peers) {
        return peers.ledger().putOff() + peers.ledger().count("MAIL", "421") + peers.lostSessions();
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("it took more than " + PATIENCE + " until " + what);
            Thread.sleep(20);
        }
    }

    void mountAgain() throws IOException, InterruptedException {
        disk = disk.again(disk.image());
    }

    void unmount() {
        disk.close();
    }

    long heapMibMax() throws IOException {
        return heap().most();
    }

    private SoakedHeap heap() throws IOException {
        return SoakedHeap.of(gcLog, starts);
    }

    /// What is to be shown.
    String table(int minutes, int perSecond, SmtpLedger ledger, KeptMail kept, String proof) throws IOException {
        SoakedHeap heap = heap();
        double seconds = (ended - began) / 1e9;
        return """
                | soak of %d minutes at %d messages/s | |
                |---|---|
                | acknowledged | %,d messages, %.0f/s over all, %.0f/s while the archive ran |
                | lost | %d |
                | kept | %,d captures (acknowledged, or too late for anybody to hear) |
                | full check | %d findings |
                | proof of one message | %s |
                | killed (SIGKILL) | %d times |
                | power cuts | %d |
                | full disk, resumed by itself | %d times |
                | disk made read-only, repaired, started again | %d times |
                | start until mail is taken | median %d ms, longest %d ms, of %d |
                | most messages taken by one process | %,d |
                | heap of 512 MiB | at most %d MiB used; after a collection at most %d MiB (first half), %d MiB (second half) |
                | memory of the process | at most %d MiB |
                | replies | %s |
                """.formatted(
                        minutes,
                        perSecond,
                        ledger.size(),
                        ledger.size() / seconds,
                        ledger.size() / (upNanos / 1e9),
                        kept.lost().size(),
                        kept.captures(),
                        kept.findings().size(),
                        proof,
                        kills,
                        powerCuts,
                        fullDisks,
                        readOnlyDisks,
                        slowest.stream().sorted().toList().get(slowest.size() / 2),
                        slowest.stream().mapToLong(n -> n).max().orElse(0),
                        slowest.size(),
                        acknowledgedByOne,
                        heap.most(),
                        heap.afterFirstHalf(),
                        heap.afterSecondHalf(),
                        residentKibMax >> 10,
                        ledger);
    }

    /// Ends the process and unmounts its disk.
    @Override
    public void close() {
        ended = System.nanoTime();
        BareProcess running = process;
        if (running != null) {
            upNanos += System.nanoTime() - upSince;
            running.kill();
        }
        disk.close();
    }
}
