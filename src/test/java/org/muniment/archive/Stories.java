package org.muniment.archive;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.muniment.alarm.Alarms;

/// Many [stories][Story], one for each seed from one number up to another.
final class Stories {
    private static final String SEEDS = "simulation.seeds";
    private static final int FAILURES_MAX = 5;
    /// The work that makes a passphrase slow to guess; no part of what is tested, and nine tenths of a story's time.
    private static final List<String> KEYSTORE_WORK = Stream.of("cert", "key")
            .map(use -> "keystore.pkcs12." + use + "PbeIterationCount")
            .toList();

    private final Teller teller;
    private final Alarms alarms;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /// What is told of one seed.
    interface Teller {
        void tell(long seed, Alarms alarms) throws IOException;
    }

    Stories(Alarms alarms) {
        this(Story::tell, alarms);
    }

    Stories(Teller teller, Alarms alarms) {
        this.teller = teller;
        this.alarms = alarms;
    }

    /// The seeds of `-Dsimulation.seeds=FROM..TO`, without TO, or of one number.
    static long[] seeds(long from, long to) {
        String given = System.getProperty(SEEDS, from + ".." + to);
        String[] ends = given.split("\\.\\.", 2);
        long first = Long.parseLong(ends[0]);
        return new long[] {first, ends.length == 2 ? Long.parseLong(ends[1]) : first + 1};
    }

    void tell(long from, long to) {
        var next = new AtomicLong(from);
        System.setProperty("keystore.pkcs12.macIterationCount", "1");
        KEYSTORE_WORK.forEach(property -> System.setProperty(property, "1"));
        long start = System.nanoTime();
        long processorStart = processorNanos();
        try (var _ = new RememberingProvider();
                var tellers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = Runtime.getRuntime().availableProcessors(); i > 0; i--)
                tellers.execute(() -> {
                    for (long seed = next.getAndIncrement(); seed < to; seed = next.getAndIncrement()) tell(seed);
                });
        } finally {
            System.clearProperty("keystore.pkcs12.macIterationCount");
            KEYSTORE_WORK.forEach(System::clearProperty);
        }
        double millis = 1e6 * (to - from);
        System.out.printf(
                "%d stories from seed %d, %d failed; each %.1f ms, %.1f ms of a processor%n",
                to - from,
                from,
                failures.size(),
                (System.nanoTime() - start) / millis,
                (processorNanos() - processorStart) / millis);
        if (!failures.isEmpty()) throw new AssertionError(String.join("\n\n", failures));
    }

    /// Stops the first process in the middle of each change it makes to the disk, one after another.
    int tellOfEveryStop(int seedsEach) throws IOException {
        System.setProperty("keystore.pkcs12.macIterationCount", "1");
        KEYSTORE_WORK.forEach(property -> System.setProperty(property, "1"));
        try (var _ = new RememberingProvider()) {
            for (int change = 1; ; change++)
                for (long seed = 0; seed < seedsEach; seed++) if (!stopsAt(change, seed)) return change - 1;
        } finally {
            System.clearProperty("keystore.pkcs12.macIterationCount");
            KEYSTORE_WORK.forEach(System::clearProperty);
        }
    }

    private boolean stopsAt(int change, long seed) throws IOException {
        try {
            return Story.tellOfStop(change, seed, alarms);
        } catch (AssertionError | IOException | RuntimeException broken) {
            throw new AssertionError("stopped at change " + change + ", seed " + seed, broken);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void tell(long seed) {
        if (failures.size() >= FAILURES_MAX) return;
        try {
            teller.tell(seed, alarms);
        } catch (Exception | AssertionError failure) {
            var trace = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(trace));
            failures.add(
                    "Story " + seed + " failed. Alone: mvn -o -q -Pfast test -Dtest=DiskFaultsTest#storiesOfARelease"
                            + " -Dtest.groups.excluded=none -D" + SEEDS + "=" + seed + "\n" + trace);
        }
    }
}
