package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

class StoreCopyTest {
    @TempDir
    Path folder;

    private final Map<Path, CopiedFile> known = new HashMap<>();

    /// Copies as a backup does: what has ended first, then all, then everything to its place.
    private StoreCopy.Copied copy(Archive archive, Path to) throws IOException {
        StoreCopy copy = archive.copy();
        copy.copyEnded(to, this::known, Progress.UNSEEN).forEach(file -> known.put(file.file(), file));
        Path staged = to.resolve(".next");
        StoreCopy.Copied copied = copy.copyAll(to, staged, this::known);
        for (CopiedFile file : copied.files()) {
            if (!file.file().startsWith(staged)) continue;
            CopiedFile moved = file.movedTo(to.resolve(staged.relativize(file.file())));
            known.put(moved.file(), moved);
        }
        return copied;
    }

    private Optional<CopiedFile> known(Path file) {
        return Optional.ofNullable(known.get(file));
    }

    @Test
    void aCopyMadeUnderLoadHoldsWhatWasAcknowledgedBeforeAndPassesAFullCheck() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Path to = folder.resolve("copy");
        Map<AccessionNumber, byte[]> kept = new ConcurrentHashMap<>();
        try (var fixture = new Fixture(folder)) {
            List<Thread> peers = new ArrayList<>();
            var stop = new AtomicBoolean();
            Map<AccessionNumber, byte[]> before = Map.of();
            try (Archive archive = fixture.open()) {
                for (int i = 0; i < 3; i++) peers.add(deliver(archive, new Random(seed + i), kept, stop));
                assertThat(archive.log().awaitCheckpoint(0, Duration.ofSeconds(60)))
                        .isPresent();
                for (int round = 0; round < 3; round++) {
                    long size = archive.size();
                    while (archive.size() < size + 30) Thread.sleep(1);
                    before = Map.copyOf(kept);
                    StoreCopy.Copied copied = copy(archive, to);
                    assertThat(copied.damaged()).isEmpty();
                    assertThat(copied.checkpoint().orElseThrow().size()).isLessThanOrEqualTo(copied.entries());
                    assertThat(before.size()).isLessThanOrEqualTo((int) copied.entries());
                }
                stop.set(true);
                for (Thread peer : peers) peer.join();
            }
            requireWhole(fixture, to, before);
        }
    }

    private static Thread deliver(
            Archive archive, Random random, Map<AccessionNumber, byte[]> kept, AtomicBoolean stop) {
        return Thread.startVirtualThread(() -> {
            while (!stop.get()) {
                byte[] raw = Fixture.bytes(random, 200 + random.nextInt(6_000));
                if (Fixture.keep(archive, Fixture.smtp("clerk@city.example"), raw) instanceof Receipt.Captured receipt)
                    kept.put(receipt.accession(), raw);
            }
        });
    }

    private void requireWhole(Fixture fixture, Path to, Map<AccessionNumber, byte[]> kept) throws IOException {
        Files.copy(new StoreLayout(fixture.data()).keystore(), new StoreLayout(to).keystore());
        try (Archive restored = Archive.open(to, fixture.settings, fixture.alarms, fixture.clock)) {
            assertThat(restored.readOnlyReason()).isEmpty();
            for (var message : kept.entrySet())
                assertThat(Fixture.raw(restored, message.getKey())).isEqualTo(message.getValue());
            restored.publish();
            assertThat(Fixture.findings(restored, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void theGoldenStoreIsCopiedByteForByteAndWithoutItsRootKeys() throws IOException {
        Path golden = Path.of("src/test/resources/org/muniment/archive/golden-1");
        Fixture.copy(golden, folder);
        Path to = folder.resolve("copy");
        var clock = InstantSource.fixed(Fixture.NOON);
        var settings = GoldenStore.settings(folder.resolve("passphrase"));
        try (var alarms = Alarms.in(folder.resolve("workflow"), clock);
                Archive archive = Archive.open(folder.resolve("data"), settings, alarms, clock)) {
            copy(archive, to);
        }
        Path store = golden.resolve("data");
        for (Path file : filesIn(store)) {
            String name = store.relativize(file).toString();
            boolean isLeft = name.matches(".*(root[.]p12|duplicates|lock|[.]idx)");
            if (isLeft) assertThat(to.resolve(name)).doesNotExist();
            else assertThat(to.resolve(name)).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void aSecondCopyReadsNoSealedSegmentAgain() throws IOException {
        Path to = folder.resolve("copy");
        try (var fixture = new Fixture(folder);
                Archive archive = fixture.open()) {
            fill(archive, 4);
            copy(archive, to);
            Map<Path, Object> before = segments(to);
            fill(archive, 4);
            copy(archive, to);
            Map<Path, Object> after = segments(to);
            assertThat(before).hasSizeGreaterThan(2);
            assertThat(after).hasSizeGreaterThan(before.size());
            long same = before.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(after.get(entry.getKey())))
                    .count();
            assertThat(same).isEqualTo(before.size() - 1);
        }
    }

    @Test
    void aDamagedSegmentDoesNotReplaceItsGoodCopy() throws IOException {
        Path to = folder.resolve("copy");
        try (var fixture = new Fixture(folder);
                Archive archive = fixture.open()) {
            fill(archive, 4);
            copy(archive, to);
            Path first = segments(to).keySet().stream().sorted().findFirst().orElseThrow();
            byte[] good = Files.readAllBytes(first);
            Path source = fixture.data().resolve(to.relativize(first));
            Files.write(source, new byte[5_000]);
            StoreCopy.Copied copied = copy(archive, to);
            assertThat(copied.damaged()).singleElement().asString().contains(source.toString(), "the copy has it");
            assertThat(Files.readAllBytes(first)).isEqualTo(good);
            Files.delete(source);
            assertThat(copy(archive, to).damaged()).singleElement().asString().contains("is missing");
            assertThat(Files.readAllBytes(first)).isEqualTo(good);
        }
    }

    @Test
    void aSegmentThatDoesNotHashToItsSealIsCopiedAndNamed() throws IOException {
        try (var fixture = new Fixture(folder);
                Archive archive = fixture.open()) {
            fill(archive, 4);
            Path first = segments(fixture.data()).keySet().stream()
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(first);
            bytes[5_000] ^= 1;
            Files.write(first, bytes);
            assertThat(copy(archive, folder.resolve("copy")).damaged())
                    .singleElement()
                    .asString()
                    .contains(first.toString(), "does not hash to what it was sealed with");
        }
    }

    /// Whatever its name: a keystore is known by its bytes.
    @Test
    void noRootKeyIsInACopy() throws IOException {
        Path to = folder.resolve("copy");
        try (var fixture = new Fixture(folder);
                Archive archive = fixture.open()) {
            fill(archive, 1);
            var layout = new StoreLayout(fixture.data());
            byte[] keystore = Files.readAllBytes(layout.keystore());
            Files.write(layout.keys().resolve("old-one"), keystore);
            Files.write(layout.keys().resolve("root.p12.new"), keystore);
            Files.writeString(layout.tokenSerial(), "0123456789abcdef\n");
            copy(archive, to);
            assertThat(new StoreLayout(to).keyTable()).exists();
            assertThat(new StoreLayout(to).tokenSerial()).doesNotExist();
            String canary = HexFormat.of().formatHex(keystore, 40, 72);
            String retries = HexFormat.of().formatHex(Files.readAllBytes(layout.duplicateKeys()));
            for (Path file : filesIn(to)) {
                String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
                assertThat(bytes).as(file.toString()).doesNotContain(canary).isNotEqualTo(retries);
            }
        }
    }

    private static void fill(Archive archive, int segments) {
        var random = new Random(7);
        for (int i = 0; i < segments * 3; i++) {
            byte[] raw = new byte[90_000];
            random.nextBytes(raw);
            raw[0] = (byte) archive.size();
            Fixture.keep(archive, Fixture.smtp("clerk@city.example"), raw);
        }
        archive.publish();
    }

    private static Map<Path, Object> segments(Path data) throws IOException {
        Map<Path, Object> found = new HashMap<>();
        for (Path file : filesIn(data))
            if (file.toString().endsWith(".seg")) found.put(file, Files.getAttribute(file, "unix:ino"));
        return found;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
