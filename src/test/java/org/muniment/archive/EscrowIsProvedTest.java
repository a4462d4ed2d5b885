package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of copies of the root keys the log counts, from its beginning, and of their end the holder's signature.
class EscrowIsProvedTest {
    private static final String DAY = "2026-09-21";

    @TempDir
    Path folder;

    private Fixture fixture;
    private Instant today = Fixture.NOON;

    @BeforeEach
    void keepSome() throws IOException {
        fixture = new Fixture(folder);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 4; i++)
                Fixture.keep(archive, Fixture.smtp("clerk@city.example"), Fixture.bytes(random, 3_000));
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Archive opened() {
        Archive archive = fixture.open();
        archive.destructions().guardedBy(new TestGuard(), () -> today);
        return archive;
    }

    private static EscrowHolder holder(Holder person) throws IOException {
        return EscrowHolder.of(Files.readAllBytes(person.certificate()));
    }

    private Path seal(Archive archive, Holder to) throws IOException {
        Path out = folder.resolve(archive.size() + ".escrow");
        Escrow.seal(List.of(archive.rootKeys()), holder(to), out, Fixture.NOON, new SecureRandom());
        return out;
    }

    private byte[] signed(Archive archive, Holder person, int root) throws Exception {
        String text = archive.rootKeys()
                .escrows()
                .attestation(holder(person), root, DAY)
                .text();
        return Files.readAllBytes(person.signs(text, folder.resolve("signed")));
    }

    @Test
    void noByteOfAnEscrowIsWrittenBeforeTheLogSaysSoAndNothingStaysWhenItRefuses() throws Exception {
        EscrowHolder clerk = holder(Holder.in(folder, "Clerk", 3072, Fixture.NOON));
        Path media = Files.createDirectory(folder.resolve("media"));
        List<Long> bytesWritten = new ArrayList<>();
        Consumer<LifecycleEvent> refusing = _ -> {
            bytesWritten.add(bytesIn(media));
            throw new ArchiveIsReadOnly("a test says so");
        };
        var benches = new Workbenches(Workbench::new);
        try (var store =
                OpenedStore.open(fixture.data(), fixture.settings, fixture.alarms, fixture.clock::instant, benches)) {
            var keys = new RootKeys(store, new SecureRandom(), refusing);
            assertThatThrownBy(() -> Escrow.seal(
                            List.of(keys), clerk, media.resolve("keys.escrow"), Fixture.NOON, new SecureRandom()))
                    .isInstanceOf(ArchiveIsReadOnly.class);
        }
        assertThat(bytesWritten).as("when the log is asked").containsExactly(0L);
        assertThat(media).isEmptyDirectory();
    }

    private static long bytesIn(Path folder) {
        try (var files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) bytes += Files.size(file);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAHolderSignedIsOfNoUseOnceAnotherFileWasSealedToThem() throws Exception {
        Holder clerk = Holder.in(folder, "Clerk", 3072, Fixture.NOON);
        try (var archive = fixture.open()) {
            Escrows escrows = archive.rootKeys().escrows();
            seal(archive, clerk);
            byte[] old = signed(archive, clerk, 1);
            seal(archive, clerk);
            assertThatThrownBy(() -> escrows.attest(holder(clerk), 1, old, DAY))
                    .isInstanceOf(EscrowIsRefused.class)
                    .hasMessageContaining("names other files");
            byte[] ofBoth = signed(archive, clerk, 1);
            assertThat(escrows.attest(holder(clerk), 1, ofBoth, DAY).sealings()).hasSize(2);
            assertThat(escrows.copies()).singleElement().matches(EscrowCopy::isAttested);
            seal(archive, clerk);
            for (byte[] replayed : List.of(old, ofBoth))
                assertThatThrownBy(() -> escrows.attest(holder(clerk), 1, replayed, DAY))
                        .hasMessageContaining("names other files");
            archive.publish();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void aStatementThatTheHolderDidNotSignDoesNotCountAndAFullCheckSaysSo() throws Exception {
        Holder clerk = Holder.in(folder, "Clerk", 3072, Fixture.NOON);
        try (var archive = fixture.open()) {
            seal(archive, clerk);
            byte[] old = signed(archive, clerk, 1);
            seal(archive, clerk);
            for (String said : List.of("", "no base64", EscrowAttestation.base64(old))) {
                var event = new EscrowEvent.Destroyed(1, holder(clerk).fingerprint(), "CN=Clerk", said);
                archive.record(event.written());
            }
            assertThat(archive.rootKeys().escrows().copies()).singleElement().matches(copy -> !copy.isAttested());
            archive.publish();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .hasSize(3)
                    .allMatch(it -> it.contains("they did not sign that"));
        }
    }

    @Test
    void aDestructionWaitsForAHolderWhomSomebodyStruckFromTheList() throws Exception {
        Holder clerk = Holder.in(folder, "Clerk", 3072, Fixture.NOON);
        try (var archive = opened()) {
            seal(archive, clerk);
            archive.destructions().destroy(DestructionTest.captures(1), TestDestruction.FORM);
        }
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
        }
        strike(fixture.data());
        // Unguarded yet: whatever goes on by itself would make the list anew.
        try (var archive = fixture.open()) {
            archive.publish();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .singleElement()
                    .asString()
                    .contains("does not name what the log says");
            archive.destructions().guardedBy(new TestGuard(), () -> today);
            archive.destructions().goOn();
            assertThat(DestructionTest.kinds(archive)).doesNotContain("keys-destroyed");
            assertThat(archive.destructions().underWay())
                    .singleElement()
                    .satisfies(it -> assertThat(it.state()).contains("CN=Clerk"));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    /// Takes the first entry out of the list of those that speak of escrows, with the right checksum.
    static void strike(Path dataFolder) throws IOException {
        Path file = new StoreLayout(dataFolder).escrows();
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        assertThat(lines.remove(3)).startsWith("entry ");
        lines.removeLast();
        String text = String.join("\n", lines) + "\n";
        Files.writeString(file, text + TextFormat.checksum(text), StandardCharsets.ISO_8859_1);
    }
}
