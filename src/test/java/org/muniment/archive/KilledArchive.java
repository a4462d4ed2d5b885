package org.muniment.archive;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that keeps numbered messages until it is killed, and prints each number once it is acknowledged.
final class KilledArchive {
    private static final int SESSIONS = 4;

    private KilledArchive() {}

    public static void main(String[] args) throws Exception {
        var next = new AtomicInteger(Integer.parseInt(args[1]));
        var fixture = new Fixture(Path.of(args[0]));
        var archive = fixture.open();
        for (int i = 0; i < SESSIONS; i++)
            Thread.ofPlatform().start(() -> {
                while (true) keepOne(archive, next.getAndIncrement());
            });
    }

    private static void keepOne(Archive archive, int number) {
        var receipt = Fixture.keep(archive, Fixture.file(), message(number));
        // Kept by the process before, but not heard of: it is sent again, and must be known.
        var kept = receipt instanceof Receipt.Duplicate repeated ? repeated.original() : receipt.accession();
        String line = number + " " + kept + " kept";
        synchronized (System.out) {
            System.out.println(line);
        }
    }

    static byte[] message(int number) {
        var random = new Random(number);
        return Fixture.bytes(random, random.nextInt(8_000));
    }
}
