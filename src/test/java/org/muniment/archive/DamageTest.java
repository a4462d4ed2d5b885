package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final long SEED = 99;

    @TempDir
    Path folder;

    private Fixture fixture;
    private List<Path> files;

    @BeforeEach
    void makeStore() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(6 << 10);
        var random = new Random(SEED);
        try (var _ = new CheapKeystores();
                var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 100 + i * 60));
            Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(SEED), 100));
            archive.record(new LifecycleEvent("verified", "{}"));
            archive.rootKeys().rotate();
        }
        // Of two segments: their survivors' keys are files that can be damaged and swapped too.
        TestDestruction.of(
                fixture,
                AccessionRanges.of(List.of(new AccessionNumber(1), new AccessionNumber(2), new AccessionNumber(9))));
        try (var walk = Files.walk(fixture.data().resolve("store"))) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .sorted()
                    .toList();
        }
        assertThat(isFound()).as("the store before any damage").isFalse();
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void flippedBitsAreFoundWhereverTheyAre() {
        flips(120);
    }

    @Test
    @Tag("long")
    void manyMoreFlippedBitsAreFound() {
        flips(3_000);
    }

    private void flips(int count) {
        var random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = read(file);
            long at = random.nextInt(before.length);
            RecoveryTest.flip(file, at);
            if (!isFound() && !isMadeAgain(file, before)) missed.add(file.getFileName() + " byte " + at);
            restore(file, before);
        }
        assertThat(missed).as("seed " + SEED).isEmpty();
    }

    @Test
    void cutAndMissingFilesAreFound() throws IOException {
        List<String> missed = new ArrayList<>();
        for (Path file : files) {
            byte[] before = read(file);
            for (int length : new int[] {before.length - 1, before.length / 2, 0}) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(length);
                }
                if (!isFound() && !isMadeAgain(file, before)) missed.add(file.getFileName() + " cut to " + length);
                restore(file, before);
            }
            Files.delete(file);
            // The history of signed checkpoints holds the last one too: a missing file is written from it again.
            boolean canBeMadeAgain =
                    file.toString().endsWith(".idx") || file.endsWith("duplicates") || file.endsWith("checkpoint");
            if (!isFound() && !canBeMadeAgain) missed.add(file.getFileName() + " deleted");
            restore(file, before);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void filesInEachOthersPlaceAreFound() throws IOException {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++)
            for (int j = i + 1; j < files.size(); j++) {
                Path one = files.get(i);
                Path other = files.get(j);
                if (!extension(one).equals(extension(other))) continue;
                byte[] beforeOne = read(one);
                byte[] beforeOther = read(other);
                Files.write(one, beforeOther);
                Files.write(other, beforeOne);
                if (!isFound() && !(isMadeAgain(one, beforeOne) && isMadeAgain(other, beforeOther)))
                    missed.add(one.getFileName() + " and " + other.getFileName());
                restore(one, beforeOne);
                restore(other, beforeOther);
            }
        assertThat(missed).isEmpty();
    }

    private static String extension(Path file) {
        if (file.getParent().endsWith("survivors")) return "survivors";
        String name = file.toString();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')));
    }

    /// True if the store does not open, opens read-only, or a full check finds something; and whatever it did to the
    /// store is undone.
    private boolean isFound() {
        Path aside = folder.resolve("aside");
        try {
            deleteAll(aside);
            Fixture.copy(fixture.data(), aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var archive = Archive.open(aside, fixture.settings, fixture.alarms, fixture.clock)) {
            return archive.readOnlyReason().isPresent()
                    || !Fixture.findings(archive, IntegrityCheck.Level.FULL).isEmpty();
        } catch (IOException notOpened) {
            return true;
        }
    }

    /// A segment's index is no evidence: whoever needs a damaged one makes it again from the segment, byte for byte.
    private boolean isMadeAgain(Path file, byte[] before) {
        Path opened = folder.resolve("aside").resolve(fixture.data().relativize(file));
        return file.toString().endsWith(".idx") && Arrays.equals(read(opened), before);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(Path file, byte[] content) {
        try {
            Path temporary = file.resolveSibling("restored");
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
        }
    }
}
