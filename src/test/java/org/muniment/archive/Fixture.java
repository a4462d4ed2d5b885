package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.Alarms;

/// An archive in a test's folder, with tiny segments and a clock that stands still.
final class Fixture implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-08-22T12:00:00.123456Z");

    private final Path folder;
    final Alarms alarms;
    InstantSource clock = InstantSource.fixed(NOON);
    ArchiveSettings settings;

    Fixture(Path folder) {
        this(folder, Alarms.in(folder.resolve("workflow"), InstantSource.fixed(NOON)));
    }

    /// With alarms that another one has: making their list takes longer than most tests.
    Fixture(Path folder, Alarms alarms) {
        this.folder = folder;
        this.alarms = alarms;
        this.settings = new ArchiveSettings(
                storeId -> folder.resolve("secret").resolve("passphrase"),
                256 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofMillis(20),
                new SecureRandom());
    }

    Path data() {
        return folder.resolve("data");
    }

    Archive open() {
        return open(new Workbenches(Workbench::new));
    }

    Archive open(Workbenches benches) {
        try {
            return Archive.open(data(), settings, alarms, clock, benches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> alarmKinds() {
        return alarms.standing().stream().map(Alarm::kind).map(Enum::name).toList();
    }

    static Envelope smtp(String recipient) {
        var peer = new Peer("192.0.2.1:25", "mx.example.org", "TLSv1.3 TLS_AES_256_GCM_SHA384", "");
        return new Envelope("journal", Channel.SMTP, Optional.of("clerk@city.example"), List.of(recipient), peer, NOON);
    }

    static Envelope file() {
        return new Envelope("file-import", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, NOON);
    }

    static Receipt keep(Archive archive, Envelope envelope, byte[] raw) {
        try (var incoming = archive.receive(envelope)) {
            for (int at = 0; at < raw.length; at += 50_000)
                incoming.body().write(raw, at, Math.min(50_000, raw.length - at));
            return incoming.commit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] raw(Archive archive, AccessionNumber number) {
        try (InputStream from = archive.message(number).open()) {
            return from.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> findings(Archive archive, IntegrityCheck.Level level) {
        try {
            return archive.check(level, Progress.UNSEEN).findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Compressible in part, as mail is.
    static byte[] bytes(Random random, int size) {
        byte[] raw = new byte[size];
        random.nextBytes(raw);
        for (int i = size / 2; i < size; i++) raw[i] = (byte) ('a' + i % 7);
        return raw;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        alarms.close();
    }
}
