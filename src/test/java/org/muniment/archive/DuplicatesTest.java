package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
    private static final byte[] RAW = Fixture.bytes(new Random(1), 2_000);

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
    void aRetryBecomesAnEntryThatNamesTheOriginal() throws IOException {
        try (var archive = fixture.open()) {
            var first = Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW);
            var again = Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW);
            assertThat(first).isEqualTo(new Receipt.Captured(new AccessionNumber(0)));
            assertThat(again).isEqualTo(new Receipt.Duplicate(new AccessionNumber(1), new AccessionNumber(0)));
            try (var entries = archive.entries(new AccessionNumber(1))) {
                assertThat(entries.next())
                        .contains(new LogEntry.Duplicate(
                                new AccessionNumber(1),
                                Fixture.NOON,
                                new AccessionNumber(0),
                                Fixture.smtp("a@b.example")));
            }
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void otherBytesOrAnotherEnvelopeOrSourceIsNoRetry() {
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW);
            assertThat(Fixture.keep(archive, Fixture.smtp("c@b.example"), RAW)).isInstanceOf(Receipt.Captured.class);
            assertThat(Fixture.keep(archive, Fixture.file(), RAW)).isInstanceOf(Receipt.Captured.class);
            byte[] other = RAW.clone();
            other[1_999]++;
            assertThat(Fixture.keep(archive, Fixture.smtp("a@b.example"), other))
                    .isInstanceOf(Receipt.Captured.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void smtpForgetsAfterAWeekButAFileIsKnownForEver() throws IOException {
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW);
            Fixture.keep(archive, Fixture.file(), RAW);
        }
        fixture.clock = InstantSource.fixed(Fixture.NOON.plus(Duration.ofDays(6)));
        try (var archive = fixture.open()) {
            assertThat(Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW)).isInstanceOf(Receipt.Duplicate.class);
        }
        fixture.clock = InstantSource.fixed(Fixture.NOON.plus(Duration.ofDays(8)));
        try (var archive = fixture.open()) {
            assertThat(Fixture.keep(archive, Fixture.smtp("a@b.example"), RAW)).isInstanceOf(Receipt.Captured.class);
            assertThat(Fixture.keep(archive, Fixture.file(), RAW)).isInstanceOf(Receipt.Duplicate.class);
        }
        fixture.clock = InstantSource.fixed(Fixture.NOON.plus(Duration.ofDays(400)));
        try (var archive = fixture.open()) {
            assertThat(Fixture.keep(archive, Fixture.file(), RAW)).isInstanceOf(Receipt.Duplicate.class);
        }
    }

    @Test
    void deliveriesOfTheSameAtTheSameTimeBecomeOneCapture() throws IOException {
        try (var archive = fixture.open()) {
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                var incoming = archive.receive(Fixture.smtp("a@b.example"));
                incoming.body().write(RAW);
                receipts.add(incoming.commit());
            }
            var captured = receipts.stream()
                    .map(CompletableFuture::join)
                    .filter(receipt -> receipt instanceof Receipt.Captured)
                    .toList();
            assertThat(captured).hasSize(1);
            assertThat(archive.size()).isEqualTo(20);
        }
    }

    @Test
    void theTableIsMadeAgainFromTheLogWhenItIsLostOrRuined() throws IOException {
        try (var archive = fixture.open()) {
            for (int i = 0; i < 50; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(i), 700));
        }
        Path table = fixture.data().resolve("duplicates/fingerprints.mv");
        Files.delete(table);
        allAreKnown();
        Files.write(table, new byte[10_000]);
        allAreKnown();
    }

    private void allAreKnown() throws IOException {
        try (var archive = fixture.open()) {
            for (int i = 0; i < 50; i++)
                assertThat(Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(i), 700)))
                        .isInstanceOf(Receipt.Duplicate.class);
        }
    }

    @Test
    void aLargeMessageIsRecognisedToo() throws IOException {
        byte[] large = Fixture.bytes(new Random(5), 3 << 20);
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.file(), large);
            assertThat(Fixture.keep(archive, Fixture.file(), large)).isInstanceOf(Receipt.Duplicate.class);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
        try (var left = Files.list(fixture.data().resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    /// Its keys are short and it may be older than the log: what it says is a hint, and the bytes are compared.
    @Test
    void whatTheTableSaysIsBelievedOnlyAfterTheBytesWereCompared() throws IOException {
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.file(), RAW);
        }
        var layout = new StoreLayout(fixture.data());
        var keys = DuplicateKeys.open(layout.duplicateKeys(), fixture.settings.random(), Fixture.NOON);
        var other = CaptureIdentity.of(Fixture.file(), Primitives.sha256().digest(new byte[1]));
        try (var store = OpenedStore.open(
                        fixture.data(),
                        fixture.settings,
                        fixture.alarms,
                        fixture.clock,
                        new Workbenches(Workbench::new));
                var table = DuplicateTable.open(folder.resolve("table"), keys)) {
            table.remember(other, 0);
            assertThat(table.find(other, store::message, Fixture.NOON)).isEmpty();
        }
    }
}
