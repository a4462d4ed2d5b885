package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This is what is counted while an archive is soaked.
final class SoakFigures {
    private final long began = System.nanoTime();
    private final List<Long> startMillis = new ArrayList<>();
    int kills;
    int powerCuts;
    int fullDisks;
    int mirrorsLost;
    int primariesLost;
    private long upNanos;
    private long upSince;
    private long ended;
    private long residentKibMax;
    private int acknowledgedAtStart;
    private int acknowledgedByOne;

    void started(long sinceNanos, int acknowledged) {
        upSince = System.nanoTime();
        startMillis.add((upSince - sinceNanos) / 1_000_000);
        acknowledgedAtStart = acknowledged;
    }

    void stopped() {
        upNanos += System.nanoTime() - upSince;
    }

    void ended() {
        ended = System.nanoTime();
    }

    int starts() {
        return startMillis.size();
    }

    /// Reads what a process uses, while it still does.
    void look(long pid, int acknowledged) throws IOException {
        acknowledgedByOne = Math.max(acknowledgedByOne, acknowledged - acknowledgedAtStart);
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
            if (line.startsWith("VmHWM:"))
                residentKibMax = Math.max(residentKibMax, Long.parseLong(line.replaceAll("\\D", "")));
    }

    /// What is to be shown.
    String table(String title, SmtpLedger ledger, KeptMail kept, KeptMail inMirror, String proof, SoakedHeap heap) {
        List<Long> starts = startMillis.stream().sorted().toList();
        return """
                | %s | |
                |---|---|
                | acknowledged | %,d messages, %.0f/s over all, %.0f/s while the archive ran |
                | lost | %d; in the mirror alone: %d |
                | kept | %,d captures (acknowledged, or too late for anybody to hear) |
                | full check | %d findings; of the mirror alone: %d |
                | proof of one message | %s |
                | killed (SIGKILL) | %d times |
                | power cuts | %d |
                | full disks, resumed by itself | %d times |
                | disk of the mirror lost, a new one put in | %d times |
                | disk of the data folder lost, repaired | %d times |
                | start until mail is taken | median %,d ms, longest %,d ms, of %d |
                | most messages taken by one process | %,d |
                | heap of 512 MiB | at most %d MiB used; after a collection at most %d MiB (first half), %d MiB (second half) |
                | memory of the process | at most %d MiB |
                | replies | %s |
                """.formatted(
                        title,
                        ledger.size(),
                        ledger.size() * 1e9 / (ended - began),
                        ledger.size() * 1e9 / upNanos,
                        kept.lost().size(),
                        inMirror.lost().size(),
                        kept.captures(),
                        kept.findings().size(),
                        inMirror.findings().size(),
                        proof,
                        kills,
                        powerCuts,
                        fullDisks,
                        mirrorsLost,
                        primariesLost,
                        starts.get(starts.size() / 2),
                        starts.getLast(),
                        starts.size(),
                        acknowledgedByOne,
                        heap.most(),
                        heap.afterFirstHalf(),
                        heap.afterSecondHalf(),
                        residentKibMax >> 10,
                        ledger);
    }
}
