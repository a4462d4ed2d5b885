package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// A small store, one bit of each of its bytes: whichever turns over, it is found, or made again as it was.
class EveryByteTest {
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);

    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void aFlippedBitInAnyByteIsFound() throws IOException {
        assertThat(missed(1)).isGreaterThanOrEqualTo(32 << 10);
    }

    /// The same of a few hundred of them.
    @Test
    void aFlippedBitInOneByteOfManyIsFound() throws IOException {
        assertThat(missed(331)).isGreaterThan(90);
    }

    /// Returns how many bytes were tried.
    private int missed(int step) throws IOException {
        int tried = 0;
        List<String> missed = new ArrayList<>();
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        Alarms alarms = Alarms.in(noFolder.resolve("workflow"), new StoryClock());
        try (var _ = new CheapKeystores();
                var _ = new RememberingProvider();
                var fixture = new Fixture(folder, alarms)) {
            List<Path> files = makeStore(fixture);
            assertThat(isFound(fixture)).as("the store before any damage").isFalse();
            long next = 0;
            for (Path file : files) {
                byte[] whole = Files.readAllBytes(file);
                for (; next < whole.length; next += step) {
                    byte[] flipped = whole.clone();
                    flipped[(int) next] ^= (byte) (1 << (next % 8));
                    Files.write(file, flipped);
                    if (!isFound(fixture) && !isMadeAgain(fixture, file, whole))
                        missed.add(file.getFileName() + " byte " + next);
                    tried++;
                }
                next -= whole.length;
                Files.write(file, whole);
            }
        }
        assertThat(missed).isEmpty();
        System.out.println("one bit in each of " + tried + " bytes: all found");
        return tried;
    }

    private static List<Path> makeStore(Fixture fixture) throws IOException {
        fixture.settings = fixture.settings.withSegmentBytesMax(7 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 14; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 100 + i * 60));
            Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(7), 100));
            archive.record(new LifecycleEvent("verified", "{}"));
        }
        try (var walk = Files.walk(fixture.data().resolve("store"))) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .sorted()
                    .toList();
        }
    }

    private boolean isFound(Fixture fixture) throws IOException {
        Path aside = folder.resolve("aside");
        if (Files.exists(aside)) Insider.delete(aside);
        Fixture.copy(fixture.data(), aside);
        try (var archive = Archive.open(aside, fixture.settings, fixture.alarms, fixture.clock, BENCHES)) {
            return archive.readOnlyReason().isPresent()
                    || !Fixture.findings(archive, IntegrityCheck.Level.FULL).isEmpty();
        } catch (IOException notOpened) {
            return true;
        }
    }

    private boolean isMadeAgain(Fixture fixture, Path file, byte[] before) throws IOException {
        Path opened = folder.resolve("aside").resolve(fixture.data().relativize(file));
        return file.toString().endsWith(".idx") && Arrays.equals(Files.readAllBytes(opened), before);
    }
}
