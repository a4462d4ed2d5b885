package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// The root key has versions: a new one wraps all keys anew, an old one goes when it is asked for and not needed.
class RootKeysTest {
    private static final int KEPT = 12;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(6 << 10);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aRotationWrapsEverySegmentsKeyByTheNewRootAndKeepsTheOldOne() throws IOException {
        try (var archive = fixture.open()) {
            keepSome(archive);
            assertThat(archive.rootKeys().rotate()).isEqualTo(2);
            assertThat(rows()).hasSizeGreaterThan(2).allMatch(row -> row.keyVersion() == 2);
            assertThat(archive.rootKeys().versions())
                    .containsExactly(new RootKeys.Version(1, 0, false), new RootKeys.Version(2, rows().size(), true));
            isWhole(archive);
            keepSome(archive);
            assertThat(events(archive)).containsExactly(new LifecycleEvent("rotated", "{\"root\":2}"));
        }
        try (var archive = fixture.open()) {
            isWhole(archive);
        }
    }

    @Test
    void anOldRootIsDestroyedWhenNothingNeedsItAndEverythingCanStillBeRead() throws Exception {
        try (var archive = fixture.open()) {
            keepSome(archive);
            archive.rootKeys().rotate();
            archive.rootKeys().destroy(1);
            assertThat(archive.rootKeys().versions()).hasSize(1);
            isWhole(archive);
        }
        assertThat(aliases()).containsExactly("log-1", "root-2");
        assertThat(layout().keyChange()).doesNotExist();
        try (var archive = fixture.open()) {
            isWhole(archive);
            assertThat(events(archive)).extracting(LifecycleEvent::kind).containsExactly("rotated", "root-destroyed");
            assertThatThrownBy(() -> archive.rootKeys().destroy(1))
                    .isInstanceOf(NoSuchRoot.class)
                    .hasMessageContaining("no version 1");
            assertThat(archive.rootKeys().rotate()).as("no number comes twice").isEqualTo(3);
        }
    }

    @Test
    void aDestructionThatFailedIsDoneByTheNextTry() throws Exception {
        try (var archive = fixture.open()) {
            keepSome(archive);
            archive.rootKeys().rotate();
            new KeyChange(KeyChange.Kind.DESTRUCTION, 1, 0, "0".repeat(64), Optional.empty()).begin(layout());
            archive.rootKeys().destroy(1);
            assertThat(archive.rootKeys().versions()).hasSize(1);
            assertThat(events(archive)).extracting(LifecycleEvent::kind).containsExactly("rotated", "root-destroyed");
            isWhole(archive);
        }
    }

    @Test
    void aRootThatIsStillNeededIsNotDestroyed() throws IOException {
        try (var archive = fixture.open()) {
            keepSome(archive);
            assertThatThrownBy(() -> archive.rootKeys().destroy(1))
                    .isInstanceOf(RootIsInUse.class)
                    .hasMessageContaining("the newest")
                    .hasMessageContaining("keys rotate");
            isWhole(archive);
        }
    }

    /// A rotation leaves no such root; an older table, put back from a backup, does.
    @Test
    void aRootThatAKeyTableFromABackupNeedsIsNotDestroyed() throws IOException {
        fixture.settings = fixture.settings.withSegmentBytesMax(1 << 20);
        try (var archive = fixture.open()) {
            keepSome(archive);
        }
        byte[] before = Files.readAllBytes(layout().keyTable());
        try (var archive = fixture.open()) {
            archive.rootKeys().rotate();
        }
        Files.write(layout().keyTable(), before);
        try (var archive = fixture.open()) {
            assertThatThrownBy(() -> archive.rootKeys().destroy(1))
                    .isInstanceOf(RootIsInUse.class)
                    .hasMessageContaining("still opens 1 segments");
            isWhole(archive);
        }
        try (var archive = fixture.open()) {
            isWhole(archive);
        }
    }

    @Test
    void theKeysOfSecretsBesideTheArchiveOutliveTheRootTheyCameFrom() throws IOException {
        byte[] before;
        byte[] other;
        try (var archive = fixture.open()) {
            before = archive.keyFor("secrets").getEncoded();
            other = archive.keyFor("other secrets").getEncoded();
            archive.rootKeys().rotate();
            archive.rootKeys().destroy(1);
            assertThat(archive.keyFor("secrets").getEncoded()).isEqualTo(before).isNotEqualTo(other);
        }
        try (var archive = fixture.open()) {
            assertThat(archive.keyFor("secrets").getEncoded()).isEqualTo(before);
            assertThat(archive.keyFor("other secrets").getEncoded()).isEqualTo(other);
        }
        Files.delete(layout().secrets());
        assertThatThrownBy(() -> fixture.open()).hasMessageContaining("secrets is missing");
    }

    /// Known from the first release: HKDF-SHA-256 of root 1, without salt.
    @Test
    void theGoldenStoresSecretsAreThoseOfItsFirstRelease() throws Exception {
        Path golden = Path.of("src/test/resources/org/muniment/archive/golden-1");
        Fixture.copy(golden, folder.resolve("golden"));
        var settings = GoldenStore.settings(folder.resolve("golden").resolve("passphrase"));
        var data = folder.resolve("golden").resolve("data");
        try (var alarms = Alarms.in(folder.resolve("golden").resolve("workflow"), fixture.clock);
                var archive = Archive.open(data, settings, alarms, fixture.clock)) {
            var vault = StoreIdentity.read(new StoreLayout(data)).openVault(new StoreLayout(data), settings);
            var whole = javax.crypto.spec.HKDFParameterSpec.ofExtract()
                    .addIKM(vault.root(1, "golden").entry())
                    .thenExpand("muniment key 1 for secrets".getBytes(java.nio.charset.StandardCharsets.UTF_8), 32);
            byte[] asBefore = javax.crypto.KDF.getInstance("HKDF-SHA256").deriveData(whole);
            assertThat(archive.keyFor("secrets").getEncoded()).isEqualTo(asBefore);
            archive.rootKeys().rotate();
            archive.rootKeys().destroy(1);
            assertThat(archive.keyFor("secrets").getEncoded()).isEqualTo(asBefore);
            assertThat(Fixture.raw(archive, new AccessionNumber(0))).isEqualTo(GoldenStore.message(0));
            archive.publish();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void captureReadingAndChecksGoOnBesideRotations() throws Exception {
        try (var archive = fixture.open()) {
            keepSome(archive);
            var ending = new AtomicBoolean();
            var checks = CompletableFuture.supplyAsync(() -> {
                List<String> findings = new ArrayList<>();
                while (!ending.get()) findings.addAll(Fixture.findings(archive, IntegrityCheck.Level.FULL));
                return findings;
            });
            for (int i = 0; i < 8; i++) {
                keepSome(archive);
                archive.rootKeys().rotate();
                archive.rootKeys().destroy(i + 1);
            }
            ending.set(true);
            assertThat(checks.get()).isEmpty();
            isWhole(archive);
        }
    }

    private void keepSome(Archive archive) {
        for (int i = 0; i < KEPT; i++) Fixture.keep(archive, Fixture.file(), raw(archive.size()));
    }

    private static byte[] raw(long number) {
        return Fixture.bytes(new Random(number), 700);
    }

    private void isWhole(Archive archive) throws IOException {
        try (var entries = archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next())
                if (entry.get() instanceof LogEntry.Capture capture)
                    assertThat(Fixture.raw(archive, capture.accession()))
                            .isEqualTo(raw(capture.accession().index()));
        }
        archive.publish();
        for (var level : List.of(IntegrityCheck.Level.QUICK, IntegrityCheck.Level.SCRUB, IntegrityCheck.Level.FULL))
            assertThat(Fixture.findings(archive, level)).isEmpty();
        assertThat(fixture.alarmKinds()).isEmpty();
    }

    private static List<LifecycleEvent> events(Archive archive) throws IOException {
        List<LifecycleEvent> found = new ArrayList<>();
        try (var events = archive.events(new AccessionNumber(0))) {
            for (var event = events.next(); event.isPresent(); event = events.next())
                found.add(event.get().event());
        }
        return found;
    }

    private List<String> aliases() throws Exception {
        char[] passphrase = Files.readString(folder.resolve("secret").resolve("passphrase"))
                .strip()
                .toCharArray();
        KeyStore store = KeyStore.getInstance(layout().keystore().toFile(), passphrase);
        List<String> aliases = Collections.list(store.aliases());
        return aliases.stream().sorted().toList();
    }

    private List<KeyTable.Row> rows() throws IOException {
        return KeyTable.read(layout().keyTable());
    }

    private StoreLayout layout() {
        return new StoreLayout(fixture.data());
    }
}
