package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who holds copies of the root keys is in the log, and a destruction is complete when each of them attests.
class EscrowTest {
    private static final int KEPT = 6;

    @TempDir
    Path folder;

    private Fixture fixture;
    private Instant today = Fixture.NOON;

    @BeforeEach
    void keepSome() {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(6 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < KEPT; i++)
                Fixture.keep(archive, Fixture.smtp("clerk@city.example"), Fixture.bytes(random, 3_000));
        } catch (IOException e) {
            throw new AssertionError(e);
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

    private Holder person(String name) throws Exception {
        return Holder.in(folder, name, 3072, Fixture.NOON);
    }

    private static EscrowHolder holder(Holder person) throws IOException {
        return EscrowHolder.of(Files.readAllBytes(person.certificate()));
    }

    private Path seal(Archive archive, Holder to) throws IOException {
        Path out = folder.resolve(archive.size() + ".escrow");
        Escrow.seal(List.of(archive.rootKeys()), holder(to), out, Fixture.NOON, new SecureRandom());
        return out;
    }

    private void attest(Archive archive, Holder person, int root) throws Exception {
        Escrows escrows = archive.rootKeys().escrows();
        String text = escrows.attestation(holder(person), root, "2026-09-21").text();
        byte[] signed = Files.readAllBytes(person.signs(text, folder.resolve("signed")));
        escrows.attest(holder(person), root, signed, "2026-09-21");
    }

    @Test
    void aDestructionWaitsForEveryHolderAndNamesThem() throws Exception {
        Holder clerk = person("Clerk");
        Holder counsel = person("Counsel");
        try (var archive = opened()) {
            seal(archive, clerk);
            seal(archive, counsel);
            archive.destructions().destroy(DestructionTest.captures(1), TestDestruction.FORM);
        }
        today = Fixture.NOON.plus(Destruction.GRACE);
        try (var archive = opened()) {
            archive.destructions().goOn();
            assertThat(archive.destructions().underWay())
                    .singleElement()
                    .satisfies(it -> assertThat(it.state())
                            .contains("recoverable by CN=Clerk", "CN=Counsel", "version 1", "until they attest"));
            attest(archive, clerk, 1);
            archive.destructions().goOn();
            assertThat(archive.destructions().underWay())
                    .singleElement()
                    .satisfies(
                            it -> assertThat(it.state()).contains("CN=Counsel").doesNotContain("Clerk"));
            assertThat(DestructionTest.kinds(archive)).doesNotContain("keys-destroyed");
            attest(archive, counsel, 1);
            archive.destructions().goOn();
            assertThat(archive.destructions().underWay()).isEmpty();
            assertThat(DestructionTest.kinds(archive)).endsWith("escrow-destroyed", "keys-destroyed");
            assertThat(attestedBy(archive)).hasSize(2).allMatch(it -> it.endsWith("version 1"));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    private static List<String> attestedBy(Archive archive) throws IOException {
        List<String> by = List.of();
        try (var events = archive.events(new AccessionNumber(0))) {
            for (var next = events.next(); next.isPresent(); next = events.next())
                if (DestructionEvent.of(next.get().event()).orElse(null) instanceof DestructionEvent.KeysDestroyed it)
                    by = it.attestedBy();
        }
        return by;
    }

    @Test
    void aRootThatWasDestroyedDoesNotStayWhenAnOldEscrowBringsItBack() throws Exception {
        Holder clerk = person("Clerk");
        Path file;
        try (var archive = fixture.open()) {
            archive.rootKeys().rotate();
            file = seal(archive, clerk);
            archive.rootKeys().destroy(1);
        }
        var layout = new StoreLayout(fixture.data());
        Files.delete(layout.keystore());
        Escrow escrow = Escrow.open(Files.readAllBytes(file), Files.readAllBytes(clerk.key()));
        assertThat(escrow.giveBack(fixture.data(), fixture.settings)).contains(List.of(1, 2));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .singleElement()
                    .asString()
                    .contains("version 1 of the root key is destroyed, and the keystore has it");
            assertThat(archive.rootKeys().destroyWhatCameBack()).containsExactly(1);
            assertThat(archive.rootKeys().versions())
                    .singleElement()
                    .satisfies(version -> assertThat(version.number()).isEqualTo(2));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
        assertThat(escrow.giveBack(fixture.data(), fixture.settings))
                .as("nothing is lost")
                .contains(List.of());
    }

    @Test
    void whoHoldsCopiesIsKnownWithoutTheDerivedFileToo() throws Exception {
        Holder clerk = person("Clerk");
        var layout = new StoreLayout(fixture.data());
        try (var archive = fixture.open()) {
            assertThat(archive.rootKeys().escrows().missing()).containsExactly(1);
            seal(archive, clerk);
            var copies = archive.rootKeys().escrows().copies();
            assertThat(copies).singleElement().satisfies(copy -> {
                assertThat(copy.name()).isEqualTo("CN=Clerk");
                assertThat(copy.root()).isEqualTo(1);
                assertThat(copy.isAttested()).isFalse();
            });
            assertThat(layout.escrows()).content().contains("entry " + KEPT);
            Files.delete(layout.escrows());
            assertThat(archive.rootKeys().escrows().copies()).isEqualTo(copies);
            String right = Files.readString(layout.escrows());
            String ofAnotherLog =
                    right.replace("entry " + KEPT + "\n", "").replace(archive.origin(), "another.example");
            for (String damaged : List.of("", "x", right.replace("entry", "exit"), ofAnotherLog)) {
                Files.writeString(layout.escrows(), damaged, StandardCharsets.US_ASCII);
                assertThat(archive.rootKeys().escrows().copies()).isEqualTo(copies);
            }
            assertThat(archive.rootKeys().escrows().missing()).isEmpty();
            archive.rootKeys().rotate();
            assertThat(archive.rootKeys().escrows().missing()).containsExactly(2);
        }
    }

    @Test
    void anUnfinishedFileThatAStopLeftIsReplaced() throws Exception {
        Holder clerk = person("Clerk");
        try (var archive = fixture.open()) {
            Path out = folder.resolve(archive.size() + ".escrow");
            Files.writeString(out.resolveSibling(out.getFileName() + ".unfinished"), "half");
            seal(archive, clerk);
            assertThat(out.resolveSibling(out.getFileName() + ".unfinished")).doesNotExist();
            Escrow escrow = Escrow.open(Files.readAllBytes(out), Files.readAllBytes(clerk.key()));
            assertThat(escrow.origins()).containsExactly(archive.origin());
        }
    }
}
