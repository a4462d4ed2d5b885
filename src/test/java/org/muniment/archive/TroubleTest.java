package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    /// A workbench whose compression fails with every message.
    private static final class Broken extends Workbench {
        @Override
        void seal(byte[] plain, int length, BodySeal seal, SealedBody into) {
            throw new IllegalStateException("the compressor is broken");
        }
    }

    @Test
    void aMessageTheUsualWayFailsWithIsKeptByTheMinimalOne() throws IOException {
        byte[] raw = Fixture.bytes(new Random(3), 4_000);
        try (var archive = fixture.open(new Workbenches(Broken::new))) {
            var number = Fixture.keep(archive, Fixture.smtp("a@b.example"), raw).accession();
            assertThat(Fixture.raw(archive, number)).isEqualTo(raw);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
        assertThat(fixture.alarmKinds()).containsExactly("CAPTURED_MINIMALLY");
    }

    @Test
    void aLargeMessageWhoseDeliveryFailedThreeTimesTakesTheMinimalWay() throws IOException {
        byte[] raw = Fixture.bytes(new Random(3), 12 << 20);
        Path spool = fixture.data().resolve("spool");
        try (var archive = fixture.open()) {
            Files.delete(spool);
            for (int i = 0; i < 3; i++) {
                try (var incoming = archive.receive(Fixture.smtp("a@b.example"))) {
                    assertThatThrownBy(() -> incoming.body().write(raw)).isInstanceOf(IOException.class);
                }
            }
            Files.createDirectory(spool);
            var number = Fixture.keep(archive, Fixture.smtp("a@b.example"), raw).accession();
            assertThat(Fixture.raw(archive, number)).isEqualTo(raw);
        }
        assertThat(fixture.alarmKinds()).containsExactly("CAPTURED_MINIMALLY");
        try (var left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDiskNearlyFullPutsMailOff() {
        fixture.settings = fixture.settings.withSegmentBytesMax(Long.MAX_VALUE / 4);
        try (var archive = fixture.open()) {
            assertThatThrownBy(() -> archive.receive(Fixture.file())).isInstanceOf(ArchiveIsFull.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(fixture.alarmKinds()).containsExactly("DISK_LOW");
    }

    @Test
    void aPassphraseThatOthersCanReadRaisesAnAlarm() throws IOException {
        fixture.open().close();
        assertThat(fixture.alarmKinds()).isEmpty();
        Files.setPosixFilePermissions(
                fixture.data().resolveSibling("secret").resolve("passphrase"),
                PosixFilePermissions.fromString("rw-r--r--"));
        fixture.open().close();
        assertThat(fixture.alarmKinds()).containsExactly("PASSPHRASE_EXPOSED");
    }

    @Test
    void whatIsAbandonedLeavesNothing() throws IOException {
        try (var archive = fixture.open()) {
            try (var incoming = archive.receive(Fixture.file())) {
                incoming.body().write(new byte[9 << 20]);
            }
            assertThat(archive.size()).isZero();
            try (var left = Files.list(fixture.data().resolve("spool"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void overTheLimitIsRefused() throws IOException {
        try (var archive = fixture.open();
                var incoming = archive.receive(Fixture.file())) {
            OutputStream body = incoming.body();
            byte[] piece = new byte[8 << 20];
            for (long sent = 0; sent < ArchiveSettings.MESSAGE_BYTES_MAX; sent += piece.length) body.write(piece);
            assertThatThrownBy(() -> body.write(1)).isInstanceOf(MessageIsTooLarge.class);
        }
    }

    @Test
    @Tag("long")
    void aMessageOf500MegabytesPassesInLittleMemory() throws IOException {
        var random = new Random(8);
        byte[] piece = new byte[1 << 20];
        var sent = Primitives.sha256();
        try (var archive = fixture.open()) {
            AccessionNumber number;
            try (var incoming = archive.receive(Fixture.file())) {
                for (int i = 0; i < 500; i++) {
                    random.nextBytes(piece);
                    sent.update(piece);
                    incoming.body().write(piece);
                }
                number = incoming.commit().join().accession();
            }
            var read = Primitives.sha256();
            try (var raw = archive.message(number).open()) {
                for (int length = raw.read(piece); length >= 0; length = raw.read(piece)) read.update(piece, 0, length);
            }
            assertThat(read.digest()).isEqualTo(sent.digest());
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }
}
