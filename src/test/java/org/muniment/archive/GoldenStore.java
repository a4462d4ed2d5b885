package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.muniment.alarm.Alarms;

/// Makes the store that must open for ever: run its main with a new folder, once for each format that ships, and check
/// the folder in. Small and synthetic: a few captures of every shape in several segments.
final class GoldenStore {
    static final int LARGE_BYTES = 300_000;
    static final int CAPTURES = 12;

    private GoldenStore() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        var clock = InstantSource.fixed(Fixture.NOON);
        try (var alarms = Alarms.in(folder.resolve("workflow"), clock);
                var archive =
                        Archive.open(folder.resolve("data"), settings(folder.resolve("passphrase")), alarms, clock)) {
            for (int i = 0; i < CAPTURES; i++) Fixture.keep(archive, envelope(i), message(i));
            Fixture.keep(archive, envelope(1), message(1));
            archive.record(new LifecycleEvent("verified", "{\"by\":\"golden\"}"));
            Fixture.keep(archive, Fixture.file(), large());
        }
    }

    static ArchiveSettings settings(Path passphrase) {
        return new ArchiveSettings(
                storeId -> passphrase,
                8 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofMillis(20),
                new SecureRandom());
    }

    static Envelope envelope(int i) {
        return i % 2 == 0 ? Fixture.file() : Fixture.smtp("clerk" + i + "@city.example");
    }

    static byte[] message(int i) {
        return Fixture.bytes(new Random(i), i * 150);
    }

    static byte[] large() {
        byte[] raw = new byte[LARGE_BYTES];
        for (int i = 0; i < raw.length; i++) raw[i] = (byte) ('a' + i / 1000 % 26);
        return raw;
    }
}
