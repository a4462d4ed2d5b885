package org.muniment.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.NoSuchCapture;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;

/// How fast the bare store is, on mail that lies in memory: capture beside the least that has to be done for it, and
/// checking all of it again.
///
/// @param plainMegabytesPerSecond SHA-256, zstd -3 and AES-256-GCM alone, on all cores
/// @param bareMegabytesPerSecond the same with the archive's own dictionary
/// @param captureMegabytesPerSecond capture until it is on disk, on all cores
/// @param captureShare of the bare rate: median over the rounds, which take turns
/// @param verifyMegabytesPerSecond raw mail a full check reads on one core
record StoreTimes(
        double plainMegabytesPerSecond,
        double bareMegabytesPerSecond,
        double captureMegabytesPerSecond,
        double captureShare,
        double verifyMegabytesPerSecond) {
    private static final int ROUNDS = 5;
    private static final long SAMPLE_BYTES_MAX = 96L << 20;
    private static final int WAITING_MAX = 512;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    static StoreTimes measure(Archive full, Path scratch) throws IOException, InterruptedException {
        return measure(sample(full), scratch);
    }

    static StoreTimes measure(List<byte[]> mail, Path scratch) throws IOException, InterruptedException {
        double[] plain = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] captured = new double[ROUNDS];
        double[] verified = new double[ROUNDS];
        double megabytes = mail.stream().mapToLong(message -> message.length).sum() / 1e6;
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = megabytes / seconds(() -> onAllCores(mail, BareCapture.plain()::take));
            bare[round] = megabytes / seconds(() -> onAllCores(mail, BareCapture.withDictionary()::take));
            Path store = scratch.resolve("store-" + round);
            try (Alarms alarms = Alarms.in(store.resolve("workflow"), InstantSource.system());
                    Archive archive = Archive.open(store, settings(scratch), alarms, InstantSource.system())) {
                captured[round] = megabytes / seconds(() -> capture(archive, mail));
                verified[round] = megabytes / seconds(() -> archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN));
            }
        }
        double[] shares = new double[ROUNDS];
        Arrays.setAll(shares, round -> captured[round] / bare[round]);
        return new StoreTimes(median(plain), median(bare), median(captured), median(shares), median(verified));
    }

    static ArchiveSettings settings(Path scratch) {
        return ArchiveSettings.standard().withPassphraseFile(scratch.resolve("passphrase"));
    }

    private static List<byte[]> sample(Archive archive) throws IOException {
        List<byte[]> mail = new ArrayList<>();
        long bytes = 0;
        for (long number = 0; number < archive.size() && bytes < SAMPLE_BYTES_MAX; number++) {
            try (InputStream raw = archive.message(new AccessionNumber(number)).open()) {
                mail.add(raw.readAllBytes());
                bytes += mail.getLast().length;
            } catch (NoSuchCapture anotherEntry) {
                // Not a message.
            }
        }
        return mail;
    }

    private static Object capture(Archive archive, List<byte[]> mail) throws InterruptedException {
        Semaphore waiting = new Semaphore(WAITING_MAX);
        onAllCores(mail, message -> {
            waiting.acquire();
            try (Incoming incoming = archive.receive(envelope())) {
                try (OutputStream body = incoming.body()) {
                    body.write(message);
                }
                var _ = incoming.commit().whenComplete((receipt, failure) -> waiting.release());
            }
        });
        waiting.acquire(WAITING_MAX);
        return archive;
    }

    static Envelope envelope() {
        return new Envelope("bench", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, Instant.EPOCH);
    }

    private interface Work {
        void on(byte[] message) throws Exception;
    }

    private static Object onAllCores(List<byte[]> mail, Work work) throws InterruptedException {
        try (ExecutorService cores = Executors.newFixedThreadPool(CORES)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int core = 0; core < CORES; core++) {
                int first = core;
                parts.add(cores.submit(() -> {
                    for (int i = first; i < mail.size(); i += CORES) work.on(mail.get(i));
                    return first;
                }));
            }
            for (Future<?> part : parts) part.get();
            return parts;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the measurement failed", failure.getCause());
        }
    }

    private static double seconds(Callable<?> work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try {
            var _ = work.call();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the measurement failed", failure);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
