package org.muniment.operator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// How long the disk takes to make 4 KiB durable, in milliseconds.
record ForceTimes(double medianMillis, double p95Millis) {
    private static final int TRIES = 200;

    static ForceTimes measure(Path folder) throws IOException {
        double[] millis = new double[TRIES];
        try (FileChannel file =
                FileChannel.open(folder.resolve("force"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TRIES; i++) {
                file.write(ByteBuffer.allocate(4096));
                long begin = System.nanoTime();
                file.force(false);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new ForceTimes(millis[TRIES / 2], millis[TRIES * 95 / 100]);
    }
}
