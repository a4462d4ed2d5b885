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
import org.muniment.mirror.Mirror;

/// How fast the bare store is, on mail that lies in memory: capture beside the least that has to be done for it, and
/// checking all of it again.
///
/// @param plainMegabytesPerSecond SHA-256, zstd -3 and AES-256-GCM alone, on all cores
/// @param bareMegabytesPerSecond the same with the archive's own dictionary
/// @param captureMegabytesPerSecond capture until it is on disk, on all cores
/// @param captureShare of the bare rate: median over the rounds, which take turns
/// @param mirrorShare the same with a mirror, of the rate without: median over the rounds
/// @param verifyMegabytesPerSecond raw mail a full check reads on one core
record StoreTimes(
        double plainMegabytesPerSecond,
        double bareMegabytesPerSecond,
        double captureMegabytesPerSecond,
        double captureShare,
        double mirrorShare,
        double verifyMegabytesPerSecond) {
    private static final int ROUNDS = 5;
    private static final long SAMPLE_BYTES_MAX = 96L << 20;
    private static final int WAITING_MAX = 512;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /// @param besideMirror where the mirrors' folders are made: another disk, or the same
    static StoreTimes measure(Archive full, Path scratch, Path besideMirror) throws IOException, InterruptedException {
        return measure(sample(full), scratch, besideMirror);
    }

    static StoreTimes measure(List<byte[]> mail, Path scratch, Path besideMirror)
            throws IOException, InterruptedException {
        double[] plain = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] captured = new double[ROUNDS];
        double[] mirrored = new double[ROUNDS];
        double[] verified = new double[ROUNDS];
        double megabytes = mail.stream().mapToLong(message -> message.length).sum() / 1e6;
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = megabytes / seconds(() -> onAllCores(mail, BareCapture.plain()::take));
            bare[round] = megabytes / seconds(() -> onAllCores(mail, BareCapture.withDictionary()::take));
            Path mirror = besideMirror.resolve("mirror-" + round);
            try (Store twice = Store.open(scratch, "mirrored-" + round, Optional.of(mirror))) {
                mirrored[round] = megabytes / seconds(() -> capture(twice.archive, mail));
            }
            try (Store once = Store.open(scratch, "store-" + round, Optional.empty())) {
                captured[round] = megabytes / seconds(() -> capture(once.archive, mail));
                verified[round] =
                        megabytes / seconds(() -> once.archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN));
            }
        }
        return new StoreTimes(
                median(plain),
                median(bare),
                median(captured),
                medianShare(captured, bare),
                medianShare(mirrored, captured),
                median(verified));
    }

    private static double medianShare(double[] rates, double[] whole) {
        double[] shares = new double[ROUNDS];
        Arrays.setAll(shares, round -> rates[round] / whole[round]);
        return median(shares);
    }

    private record Store(Alarms alarms, Optional<Mirror> mirror, Archive archive) implements AutoCloseable {
        static Store open(Path scratch, String name, Optional<Path> copy) throws IOException {
            Path folder = scratch.resolve(name);
            var alarms = Alarms.in(folder.resolve("workflow"), InstantSource.system());
            Optional<Mirror> mirror = Optional.empty();
            if (copy.isPresent()) mirror = Optional.of(MirroredData.pair(folder, copy.get(), alarms));
            Path data = mirror.map(Mirror::dataFolder).orElse(folder);
            return new Store(alarms, mirror, Archive.open(data, settings(scratch), alarms, InstantSource.system()));
        }

        @Override
        public void close() throws IOException {
            archive.close();
            if (mirror.isPresent()) mirror.get().close();
            alarms.close();
        }
    }

    static ArchiveSettings settings(Path scratch) {
        return ArchiveSettings.standard().withoutToken().withPassphraseFile(scratch.resolve("passphrase"));
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
