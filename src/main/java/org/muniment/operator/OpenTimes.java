package org.muniment.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Incoming;

/// How long it takes to open a store of as many segments as 200 GB have, the last one nearly full: only that one can be
/// in doubt, and it is read.
///
/// @param seconds median of some openings
record OpenTimes(int segments, int lastSegmentMegabytes, double seconds) {
    private static final int SEGMENTS = 400;
    private static final int LAST_MEGABYTES = 480;
    private static final int TRIES = 5;

    static OpenTimes measure(Path scratch) throws IOException, InterruptedException {
        Path store = scratch.resolve("many");
        ArchiveSettings settings = StoreTimes.settings(scratch);
        fill(store, settings.withSegmentBytesMax(16 << 10), SEGMENTS, 16 << 10);
        fill(store, settings, LAST_MEGABYTES, 1 << 20);
        double[] seconds = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            try (Alarms alarms = Alarms.in(scratch.resolve("alarms"), InstantSource.system())) {
                long begin = System.nanoTime();
                Archive archive = Archive.open(store, settings, alarms, InstantSource.system());
                seconds[i] = (System.nanoTime() - begin) / 1e9;
                archive.close();
            }
        }
        return new OpenTimes(SEGMENTS, LAST_MEGABYTES, StoreTimes.median(seconds));
    }

    /// Noise does not compress: as many bytes as are given are written.
    private static void fill(Path store, ArchiveSettings settings, int messages, int bytes)
            throws IOException, InterruptedException {
        Random random = new Random(1);
        byte[] noise = new byte[bytes];
        try (Alarms alarms = Alarms.in(store.resolveSibling("alarms"), InstantSource.system());
                Archive archive = Archive.open(store, settings, alarms, InstantSource.system())) {
            for (int i = 0; i < messages; i++) {
                random.nextBytes(noise);
                try (Incoming incoming = archive.receive(StoreTimes.envelope())) {
                    try (OutputStream body = incoming.body()) {
                        body.write(noise);
                    }
                    var _ = incoming.commit().get();
                } catch (ExecutionException failure) {
                    throw new IOException(failure.getCause());
                }
            }
        }
    }
}
