package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogVerifier;

class ArchiveTest {
    private static final long SEED = 7;

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

    @Test
    void whatComesInComesOutByteForByteAlsoAfterARestart() {
        var random = new Random(SEED);
        Map<AccessionNumber, byte[]> kept = new HashMap<>();
        int[] sizes = {0, 1, 5_000, 255 << 10, 256 << 10, (256 << 10) + 1, 1 << 20, (1 << 20) + 17, 5 << 20};
        try (var archive = fixture.open()) {
            for (int size : sizes) {
                byte[] raw = Fixture.bytes(random, size);
                kept.put(Fixture.keep(archive, Fixture.smtp("a@b.example"), raw).accession(), raw);
            }
            kept.forEach(
                    (number, raw) -> assertThat(Fixture.raw(archive, number)).isEqualTo(raw));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        reopened(archive -> {
            kept.forEach(
                    (number, raw) -> assertThat(Fixture.raw(archive, number)).isEqualTo(raw));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.QUICK)).isEmpty();
        });
    }

    @Test
    void manySessionsAtOnceEachGetTheirOwnNumber() throws Exception {
        Map<Long, byte[]> kept = new ConcurrentHashMap<>();
        try (var archive = fixture.open();
                var sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                byte[] raw = Fixture.bytes(new Random(i), 500 + i * 7);
                work.add(() -> {
                    var receipt = Fixture.keep(archive, Fixture.smtp("a@b.example"), raw);
                    kept.put(receipt.accession().index(), raw);
                    return null;
                });
            }
            for (Future<Void> done : sessions.invokeAll(work)) done.get();
            assertThat(kept).hasSize(400);
            assertThat(archive.size()).isEqualTo(400);
            var seen = 0;
            try (var entries = archive.entries(new AccessionNumber(0))) {
                for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                    var message = ((LogEntry.Capture) entry.get()).message();
                    assertThat(message.open().readAllBytes())
                            .isEqualTo(kept.get(message.accession().index()));
                    assertThat(message.accession().index()).isEqualTo(seen++);
                }
            }
            assertThat(seen).isEqualTo(400);
        }
        reopened(archive ->
                assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty());
    }

    @Test
    void fullSegmentsAreSealedAndALargeRecordGetsItsOwn() throws IOException {
        var random = new Random(SEED);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) Fixture.keep(archive, Fixture.file(), random(random, 60 << 10));
            Fixture.keep(archive, Fixture.file(), random(random, 2 << 20));
            for (int i = 0; i < 3; i++) Fixture.keep(archive, Fixture.file(), random(random, 60 << 10));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
        try (var files = Files.list(fixture.data().resolve("store/seg/2026"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".seg"))).hasSizeGreaterThanOrEqualTo(5);
        }
        reopened(archive -> {
            assertThat(archive.size()).isEqualTo(16);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        });
    }

    @Test
    void theLogProvesWhatIsKeptAndTheSaltProvesTheBytes() throws Exception {
        byte[] raw = Fixture.bytes(new Random(SEED), 3000);
        try (var archive = fixture.open()) {
            var number = Fixture.keep(archive, Fixture.smtp("a@b.example"), raw).accession();
            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (archive.log().checkpoint().isEmpty() && System.nanoTime() < deadline) Thread.sleep(5);
            var checkpoint = archive.log().checkpoint().orElseThrow();
            var message = archive.message(number);
            LogVerifier.verify(
                    archive.log().prove(number.index(), checkpoint.size()),
                    Hash.ofLeaf(message.entryText()),
                    checkpoint.root());
            var salted = new ByteArrayOutputStream();
            salted.write(message.salt());
            salted.write(raw);
            String sha256 = HexFormat.of().formatHex(Primitives.sha256().digest(salted.toByteArray()));
            assertThat(new String(message.entryText(), java.nio.charset.StandardCharsets.UTF_8))
                    .matches("(?s)muniment.example/[0-9a-f]{12}/entry/v1\ncapture 0\ntime 2026-08-22T12:00:00.123456Z\n"
                            + "source journal\nsize 3000\ncontent sha256-salted " + sha256
                            + "\nenvelope sha256-salted [0-9a-f]{64}\n");
            assertThat(message.envelope()).isEqualTo(Fixture.smtp("a@b.example"));
        }
    }

    @Test
    void anEventIsAnEntryThatShowsNothingInPublic() throws IOException {
        try (var archive = fixture.open()) {
            var event = new LifecycleEvent("hold-placed", "{\"matter\":\"secret\"}");
            var number = archive.record(event);
            try (var entries = archive.entries(number)) {
                assertThat(entries.next()).contains(new LogEntry.Lifecycle(number, Fixture.NOON, event));
                assertThat(entries.next()).isEmpty();
                archive.record(new LifecycleEvent("hold-lifted", "{}"));
                assertThat(entries.next()).isPresent();
            }
            assertThatThrownBy(() -> archive.message(number)).isInstanceOf(NoSuchCapture.class);
            assertThatThrownBy(() -> archive.message(new AccessionNumber(2))).isInstanceOf(NoSuchCapture.class);
        }
        reopened(archive -> assertThat(archive.size()).isEqualTo(2));
    }

    @Test
    void aSecondWriterIsRefused() throws IOException {
        try (var archive = fixture.open()) {
            assertThatThrownBy(fixture::open).hasCauseInstanceOf(ArchiveIsInUse.class);
            assertThat(archive.readOnlyReason()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void withoutItsPassphraseTheArchiveSaysWhatIsMissing() throws IOException {
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.file(), new byte[10]);
        }
        Files.delete(folder.resolve("secret/passphrase"));
        assertThatThrownBy(fixture::open).hasMessageContaining("passphrase");
    }

    @Test
    void anotherArchiveWithTheSamePassphraseFileDoesNotLockTheFirstOneOut() throws IOException {
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.file(), new byte[10]);
        }
        try (var other = Archive.open(folder.resolve("other"), fixture.settings, fixture.alarms, fixture.clock)) {
            assertThat(other.size()).isZero();
        }
        try (var archive = fixture.open()) {
            assertThat(archive.size()).isOne();
        }
    }

    private static byte[] random(Random random, int size) {
        byte[] raw = new byte[size];
        random.nextBytes(raw);
        return raw;
    }

    private interface Use {
        void of(Archive archive) throws IOException;
    }

    private void reopened(Use use) {
        try (var archive = fixture.open()) {
            use.of(archive);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
