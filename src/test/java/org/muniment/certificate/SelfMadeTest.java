package org.muniment.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// A server that was stopped while it made its pair starts all the same: mail is not turned away for a certificate.
class SelfMadeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aPowerCutInTheMiddleOfAnyChangeLeavesAPairOrNone() {
        int change = 1;
        while (isStoppedAt(change)) change++;
        assertThat(change).as("changes of the disk").isGreaterThan(8);
    }

    @Test
    void onceItIsInUseAPowerCutDoesNotChangeIt() {
        for (int seed = 0; seed < 20; seed++) {
            var disk = diskWithDataFolder(seed);
            Instant end = open(disk).endsAt();
            String before = fingerprint(disk);
            disk.cutPower();
            assertThat(open(disk).endsAt()).isEqualTo(end);
            assertThat(fingerprint(disk)).as("seed " + seed).isEqualTo(before);
        }
    }

    private static boolean isStoppedAt(int change) {
        boolean isStopped = false;
        for (int seed = 0; seed < 20; seed++) {
            var disk = diskWithDataFolder(seed);
            disk.become(Faults.NONE.stoppingAfter(change));
            try {
                open(disk);
            } catch (CertificateIsUnusable stopped) {
                assertThat(disk.isStopped())
                        .as("change " + change + ", seed " + seed)
                        .isTrue();
            }
            isStopped = disk.isStopped();
            disk.cutPower();
            assertThat(open(disk).isUsableFor(Duration.ofDays(300), NOW)).isTrue();
        }
        return isStopped;
    }

    private static SimulatedDisk diskWithDataFolder(int seed) {
        var disk = new SimulatedDisk(seed);
        try {
            Files.createDirectories(disk.path("/srv/muniment"));
            for (String folder : List.of("/", "/srv"))
                try (var channel = FileChannel.open(disk.path(folder), StandardOpenOption.READ)) {
                    channel.force(true);
                }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
        return disk;
    }

    private static ServerCertificate open(SimulatedDisk disk) {
        return ServerCertificate.open(PemFiles.in(folder(disk)), List.of("localhost"), NOW, RANDOM);
    }

    private static Path folder(SimulatedDisk disk) {
        return disk.path("/srv/muniment/tls");
    }

    private static String fingerprint(SimulatedDisk disk) {
        try {
            return Files.readString(folder(disk).resolve("certificate.pem"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
