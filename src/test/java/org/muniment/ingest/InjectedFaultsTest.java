package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kernel says no, or ends the process, at the Nth call of one kind: `strace` does that to the real program on a
/// real disk. No peer is told that its message is kept when it is not, and the next start is a clean one.
class InjectedFaultsTest {
    private static final int SESSIONS = 4;
    private static final int POINTS_OF_A_STORE = 4;
    private static final int ANSWERS = 60;

    private static final List<String> ERRORS_AND_DEATH = List.of("error=EIO", "error=ENOSPC", "signal=SIGKILL");

    /// What the program asks of the disk, the often asked more often, and up to which call of a thread. `write` is how
    /// it
    /// prints and answers, too; to `ftruncate` it comes after a torn tail only.
    private static final List<Kind> KINDS = List.of(
            new Kind("fdatasync", 30),
            new Kind("fsync", 10),
            new Kind("pwrite64", 30),
            new Kind("rename", 3),
            new Kind("fdatasync", 8),
            new Kind("mkdir", 6),
            new Kind("pwrite64", 6),
            new Kind("fsync", 24),
            new Kind("write", 8),
            new Kind("rename", 2),
            new Kind("unlink", 1),
            new Kind("ftruncate", 2));

    private static final List<Fault> IN_EVERY_CHECK = List.of(
            new Fault("rename", "error=EIO", 2),
            new Fault("fdatasync", "error=EIO", 3),
            new Fault("pwrite64", "error=ENOSPC", 4),
            new Fault("fdatasync", "signal=SIGKILL", 5),
            new Fault("fsync", "error=EIO", 3),
            new Fault("pwrite64", "signal=SIGKILL", 9));

    @TempDir
    Path folder;

    private final Set<String> told = new HashSet<>();
    private int injected;
    private int acknowledged;

    /// One fault: each thread's Nth call of a kind.
    private record Fault(String call, String what, int when) {}

    private record Kind(String call, int whenMax) {}

    @Test
    void aFaultAtSixPointsMakesNoPromiseFalse() throws Exception {
        injectAll(IN_EVERY_CHECK);
    }

    @Test
    @Tag("long")
    void aFaultAtSixtyPointsMakesNoPromiseFalse() throws Exception {
        injectAll(some(60));
    }

    @Test
    @Tag("release")
    void aFaultAtSixHundredPointsMakesNoPromiseFalse() throws Exception {
        injectAll(some(600));
    }

    private static List<Fault> some(int points) {
        long seed = Long.getLong("seed", 4501);
        System.out.println("InjectedFaultsTest seed " + seed);
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            Kind kind = KINDS.get(point % KINDS.size());
            String what = ERRORS_AND_DEATH.get(random.nextInt(ERRORS_AND_DEATH.size()));
            faults.add(new Fault(kind.call, what, 1 + random.nextInt(kind.whenMax)));
        }
        return faults;
    }

    private void injectAll(List<Fault> faults) throws Exception {
        assumeTrue(mayTrace(), "strace is missing or may not trace here: no fault was injected");
        Map<Long, String> ledger = new HashMap<>();
        for (int point = 0; point < faults.size(); point++) {
            if (point % POINTS_OF_A_STORE == 0) ledger.clear();
            Path store = folder.resolve("store-" + point / POINTS_OF_A_STORE);
            Files.createDirectories(store);
            inject(faults.get(point), point, store, ledger);
        }
        System.out.printf(
                "%d points, %d faults hit: %d acknowledged, 0 lost; told %s%n",
                faults.size(), injected, acknowledged, told.stream().sorted().toList());
        assertThat(injected).as("points at which a fault was injected").isGreaterThanOrEqualTo(faults.size() / 3);
    }

    private void inject(Fault fault, int point, Path store, Map<Long, String> ledger) throws Exception {
        Path log = folder.resolve("strace.log");
        BareProcess.Start start = BareProcess.Start.in(store.resolve("data"), store.resolve("passphrase"))
                .behind(strace(fault, log));
        LedgerPeers peers = new LedgerPeers(SESSIONS, point, 0, LedgerPeer.MessageSizes.SMALL);
        OptionalInt port;
        boolean ended = false;
        try (peers) {
            try (BareProcess process = start.now()) {
                port = process.port();
                peers.deliverTo(port.orElse(0));
                if (port.isPresent()) peers.ledger().awaitMore(ANSWERS, process);
                ended = !process.isAlive();
            }
            peers.deliverTo(0);
        }
        SmtpLedger heard = peers.ledger();
        ledger.putAll(heard.acknowledged());
        acknowledged += heard.size();
        String when = fault + ", point " + point + ": " + heard;
        assertThat(heard.wrongs()).as(when).isEmpty();
        boolean hit = lookAt(log, fault, heard, when) || ended;
        if (hit) injected++;
        KeptMail.in(start.data(), start.passphrase(), ledger).assertNothingIsLost(when);
    }

    /// A segment's write or force that failed is the end of a batch: somebody was put off.
    private boolean lookAt(Path log, Fault fault, SmtpLedger heard, String when) throws IOException {
        List<String> hits = Files.readAllLines(log).stream()
                .filter(line -> line.contains("INJECTED"))
                .toList();
        boolean ofASegment = hits.stream().anyMatch(line -> line.contains(".seg>"));
        if (ofASegment && heard.count("MAIL", "250") > 0) {
            assertThat(heard.putOff() + heard.count("MAIL", "421"))
                    .as("%s, %s", when, hits)
                    .isPositive();
            told.add(heard.count(".", "451") > 0 ? "451" : "421");
        }
        return !hits.isEmpty();
    }

    private static List<String> strace(Fault fault, Path log) {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-o", log.toString()));
        // What is not asked for is not slowed down. With it, strace delivers no signals.
        if (fault.what.startsWith("error")) command.add("--seccomp-bpf");
        command.addAll(List.of("-e", "trace=" + fault.call));
        command.addAll(List.of("-e", "inject=" + fault.call + ":" + fault.what + ":when=" + fault.when));
        return command;
    }

    private static boolean mayTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
