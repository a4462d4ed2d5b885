package org.muniment.anchor;

import java.io.IOException;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.LifecycleEvent;

/// An archive in a test's folder whose log is anchored; its clock goes with the machine's until a test moves it.
final class AnchoredArchive implements AutoCloseable {
    private final Path folder;
    final Alarms alarms;
    final ArchiveSettings settings;
    Archive archive;
    Duration ahead = Duration.ZERO;

    AnchoredArchive(Path folder) throws IOException {
        this.folder = folder;
        this.alarms = Alarms.in(folder.resolve("workflow"), clock());
        this.settings = new ArchiveSettings(
                storeId -> folder.resolve("secret").resolve("passphrase"),
                256 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofMillis(20),
                new SecureRandom());
        this.archive = open(data());
    }

    InstantSource clock() {
        return () -> Instant.now().plus(ahead);
    }

    Path data() {
        return folder.resolve("data");
    }

    Archive open(Path data) throws IOException {
        // On the machine's own clock: what a test moves is the clock that others are compared with.
        return Archive.open(data, settings, alarms, InstantSource.system());
    }

    Anchors anchors() {
        return new Anchors(data(), archive, clock(), Duration.ofSeconds(20));
    }

    Path anchorsFolder() {
        return data().resolve("store/log").resolve(archive.origin()).resolve("anchors");
    }

    /// Writes something into the log, and waits for the checkpoint that covers it.
    void grow() {
        AccessionNumber number = archive.record(new LifecycleEvent("verified", "{}"));
        try {
            var _ = archive.log()
                    .awaitCheckpoint(number.index(), Duration.ofSeconds(30))
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void signed() {
        try {
            var _ = archive.log()
                    .awaitCheckpoint(archive.size() - 1, Duration.ofSeconds(30))
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The authority's own clock goes on: anchors are named to the second.
    void laterBy(Duration later) throws InterruptedException {
        ahead = ahead.plus(later);
        Instant newest = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        while (!Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(newest)) Thread.sleep(20);
    }

    List<AlarmKind> alarmKinds() {
        return alarms.standing().stream().map(Alarm::kind).toList();
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
        try {
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        alarms.close();
    }
}
