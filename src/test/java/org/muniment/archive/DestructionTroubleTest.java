package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A destruction that was authorised and cannot begin yet: what comes meanwhile, and after a restart, counts.
class DestructionTroubleTest {
    @TempDir
    Path folder;

    private Fixture fixture;
    private final List<byte[]> mail = new ArrayList<>();
    private TestGuard guard = new TestGuard();
    private final Instant today = Fixture.NOON;

    @BeforeEach
    void fill() throws IOException {
        fixture = new Fixture(folder);
        var usual = fixture.settings;
        // Nothing is signed but what a destruction asks for.
        fixture.settings = new ArchiveSettings(
                usual.passphraseFile(),
                8 << 10,
                usual.segmentAgeMax(),
                usual.queueBytesMax(),
                0,
                Duration.ofDays(1),
                usual.random());
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) {
                mail.add(Fixture.bytes(random, 1_500));
                Fixture.keep(archive, envelope(i), mail.getLast());
            }
            archive.publish();
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aHoldInTheLogThatTheGuardDoesNotKnowAfterARestartStopsIt() throws IOException {
        AccessionNumber hold;
        try (var archive = opened()) {
            authorise(archive, 1);
            hold = archive.record(new LifecycleEvent(TestGuard.HELD, "{}"));
        }
        unblock();
        guard = new TestGuard();
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertAllReadable(archive);
            assertThat(archive.destructions().underWay()).hasSize(1);
            guard.hold(1, hold);
            archive.destructions().goOn();
            assertAllReadable(archive);
            assertThat(archive.destructions().underWay()).isEmpty();
            assertThat(DestructionTest.kinds(archive)).contains("destruction-stopped");
        }
    }

    @Test
    void aHoldPlacedBeforeAnybodyGuardsTheArchiveStopsItToo() throws IOException {
        try (var archive = opened()) {
            authorise(archive, 1);
        }
        unblock();
        guard = new TestGuard();
        try (var archive = fixture.open()) {
            archive.record(new LifecycleEvent(TestGuard.HELD, "{}"));
            archive.destructions().guardedBy(guard, () -> today);
            archive.destructions().goOn();
            assertAllReadable(archive);
        }
    }

    @Test
    void whatRepeatsACaptureAndMustBeKeptSavesTheCapture() throws IOException {
        try (var archive = opened()) {
            long repetition = repeat(archive, 1).index();
            guard.hold(repetition, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            assertThatThrownBy(() -> archive.destructions().destroy(captures(1), TestDestruction.FORM))
                    .isInstanceOfSatisfying(
                            CapturesAreHeld.class,
                            refusal -> assertThat(refusal.held()).isEqualTo(captures(repetition)));
            assertAllReadable(archive);
        }
    }

    @Test
    void soItDoesWhenTheHoldComesAfterTheAuthorisation() throws IOException {
        try (var archive = opened()) {
            long repetition = repeat(archive, 1).index();
            authorise(archive, 1);
            guard.hold(repetition, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            unblock();
            archive.destructions().goOn();
            assertAllReadable(archive);
            assertThat(DestructionTest.kinds(archive)).endsWith("destruction-stopped");
        }
    }

    @Test
    void whatIsDeliveredAgainMeanwhileIsKeptForItself() throws IOException {
        List<AccessionNumber> again = new ArrayList<>();
        try (var archive = opened()) {
            authorise(archive, 1, 2);
            again.add(captured(archive, 1));
            unblock();
        }
        try (var archive = fixture.open()) {
            again.add(captured(archive, 2));
            assertThat(Fixture.keep(archive, envelope(3), mail.get(3))).isInstanceOf(Receipt.Duplicate.class);
        }
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThatThrownBy(() -> archive.message(new AccessionNumber(1))).isInstanceOf(CaptureWasDestroyed.class);
            assertThat(Fixture.raw(archive, again.get(0))).isEqualTo(mail.get(1));
            assertThat(Fixture.raw(archive, again.get(1))).isEqualTo(mail.get(2));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void soIsWhatWasOnItsWayWhenItsOriginalWasAuthorised() throws IOException {
        var clock = new StoryClock();
        fixture.clock = clock;
        try (var archive = opened();
                var incoming = archive.receive(envelope(1))) {
            clock.hold();
            incoming.body().write(mail.get(1));
            var receipt = incoming.commit();
            clock.awaitHeld();
            var destruction = CompletableFuture.supplyAsync(() -> destroy(archive));
            // The name of the batch is written down before its authorisation, and after nothing may repeat it.
            Path book = new StoreLayout(fixture.data()).destructions();
            while (!Files.exists(book) && !destruction.isDone()) Thread.onSpinWait();
            clock.release();
            assertThat(receipt.join()).isInstanceOf(Receipt.Captured.class);
            assertThat(destruction.join()).isEqualTo(Destructions.Reached.BEGUN);
            long number = ((Receipt.Captured) receipt.join()).accession().index();
            assertThat(Fixture.raw(archive, new AccessionNumber(number))).isEqualTo(mail.get(1));
        }
    }

    @Test
    void aStoppedDestructionLetsWhatIsDeliveredAgainRepeatAsBefore() throws IOException {
        try (var archive = opened()) {
            authorise(archive, 1);
            guard.hold(1, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            unblock();
            archive.destructions().goOn();
            repeat(archive, 1);
        }
    }

    @Test
    void aSecondTryAfterTheBookCouldNotBeWrittenAuthorisesNothingTwice() throws IOException {
        Path inTheWay = new StoreLayout(fixture.data()).destructions().resolveSibling("destructions.new/in-the-way");
        try (var archive = fixture.open()) {
            guard.onCommitter(() -> block(inTheWay));
            AccessionNumber authorisation = tryTwice(archive, inTheWay);
            archive.destructions().goOn();
            assertThat(archive.destroyed(new AccessionNumber(0), new AccessionNumber(11)))
                    .containsOnlyKeys(new AccessionNumber(1))
                    .containsValue(authorisation);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    /// Between the two tries nothing goes on by itself.
    private AccessionNumber tryTwice(Archive archive, Path inTheWay) throws IOException {
        Destructions destructions = archive.destructions();
        synchronized (destructions) {
            destructions.guardedBy(guard, () -> today);
            var first = destructions.destroy(captures(1), TestDestruction.FORM);
            assertThat(first.reached()).isEqualTo(Destructions.Reached.WAITS);
            unblock(inTheWay);
            assertThatThrownBy(() -> destructions.destroy(captures(1, 4), TestDestruction.FORM))
                    .isInstanceOf(BatchIsUnusable.class)
                    .hasMessageContaining("capture 1 is under way already");
            return first.authorisation();
        }
    }

    /// Authorises and cannot begin, for the authorisation is not signed.
    private void authorise(Archive archive, long... numbers) throws IOException {
        block(inTheWayOfTheCheckpoint());
        assertThat(archive.destructions()
                        .destroy(captures(numbers), TestDestruction.FORM)
                        .reached())
                .isEqualTo(Destructions.Reached.WAITS);
        assertThat(archive.destructions().underWay()).hasSize(1);
        assertThat(fixture.alarmKinds()).contains("DESTRUCTION_STOPPED");
    }

    private Path inTheWayOfTheCheckpoint() throws IOException {
        var layout = new StoreLayout(fixture.data());
        return layout.log(StoreIdentity.read(layout).origin()).resolve("checkpoint.new/in-the-way");
    }

    private void unblock() throws IOException {
        unblock(inTheWayOfTheCheckpoint());
    }

    private static void block(Path inTheWay) {
        try {
            Files.createDirectories(inTheWay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unblock(Path inTheWay) throws IOException {
        Files.delete(inTheWay);
        Files.delete(DurableFiles.folderOf(inTheWay));
    }

    private static Destructions.Reached destroy(Archive archive) {
        try {
            return archive.destructions()
                    .destroy(captures(1), TestDestruction.FORM)
                    .reached();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccessionNumber captured(Archive archive, int number) {
        var receipt = Fixture.keep(archive, envelope(number), mail.get(number));
        assertThat(receipt).isInstanceOf(Receipt.Captured.class);
        return ((Receipt.Captured) receipt).accession();
    }

    private AccessionNumber repeat(Archive archive, int number) {
        var receipt = Fixture.keep(archive, envelope(number), mail.get(number));
        assertThat(receipt).isInstanceOf(Receipt.Duplicate.class);
        return ((Receipt.Duplicate) receipt).accession();
    }

    private static Envelope envelope(int number) {
        return Fixture.smtp("clerk-" + number + "@city.example");
    }

    private Archive opened() {
        Archive archive = fixture.open();
        archive.destructions().guardedBy(guard, () -> today);
        return archive;
    }

    private void assertAllReadable(Archive archive) {
        for (int i = 0; i < mail.size(); i++)
            assertThat(Fixture.raw(archive, new AccessionNumber(i))).isEqualTo(mail.get(i));
    }

    private static AccessionRanges captures(long... numbers) {
        return DestructionTest.captures(numbers);
    }
}
