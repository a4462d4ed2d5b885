package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.simulation.SimulatedDisk;

/// A small store, one bit of each of its bytes: whichever turns over, it is found, or made again as it was.
class EveryByteTest {
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @Test
    @Tag("long")
    void aFlippedBitInAnyByteIsFound() throws IOException {
        assertThat(tried(1)).isGreaterThanOrEqualTo(32 << 10);
    }

    /// The same of a few of them, for there are other tests of damage.
    @Test
    void aFlippedBitInOneByteOfManyIsFound() throws IOException {
        assertThat(tried(331)).isGreaterThan(90);
    }

    /// Returns how many bytes were tried, `step` apart.
    private int tried(int step) throws IOException {
        int tried = 0;
        List<String> missed = new ArrayList<>();
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        Alarms alarms = Alarms.in(noFolder.resolve("workflow"), new StoryClock());
        try (var _ = new CheapKeystores();
                var _ = new RememberingProvider();
                var fixture = new Fixture(folder, alarms)) {
            Map<String, byte[]> store = makeStore(fixture);
            assertThat(isFound(fixture, store))
                    .as("the store before any damage")
                    .isFalse();
            int next = 0;
            for (String file : List.copyOf(store.keySet())) {
                byte[] whole = store.get(file);
                for (; next < whole.length; next += step, tried++) {
                    byte[] flipped = whole.clone();
                    flipped[next] ^= (byte) (1 << (next % 8));
                    store.put(file, flipped);
                    if (!isFound(fixture, store) && !isMadeAgain(file, whole)) missed.add(file + " byte " + next);
                }
                next -= whole.length;
                store.put(file, whole);
            }
        }
        assertThat(missed).isEmpty();
        System.out.println("one bit in each of " + tried + " bytes: all found");
        return tried;
    }

    private static Map<String, byte[]> makeStore(Fixture fixture) throws IOException {
        fixture.settings = fixture.settings.withSegmentBytesMax(7 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 14; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 100 + i * 60));
            Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(7), 100));
            archive.record(new LifecycleEvent("verified", "{}"));
        }
        Map<String, byte[]> store = new TreeMap<>();
        try (var walk = Files.walk(fixture.data().resolve("store"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList())
                if (!file.endsWith("lock"))
                    store.put(fixture.data().relativize(file).toString(), Files.readAllBytes(file));
        }
        return store;
    }

    /// On a disk in memory.
    private boolean isFound(Fixture fixture, Map<String, byte[]> store) throws IOException {
        data = new SimulatedDisk(0).path("/srv/muniment");
        for (var file : store.entrySet()) {
            Path there = data.resolve(file.getKey());
            Files.createDirectories(DurableFiles.folderOf(there));
            Files.write(there, file.getValue());
        }
        try (var archive = Archive.open(data, fixture.settings, fixture.alarms, fixture.clock, BENCHES)) {
            return archive.readOnlyReason().isPresent()
                    || !Fixture.findings(archive, IntegrityCheck.Level.FULL).isEmpty();
        } catch (IOException notOpened) {
            return true;
        }
    }

    /// A segment's index is no evidence: whoever needs a damaged one makes it again, byte for byte.
    private boolean isMadeAgain(String file, byte[] whole) throws IOException {
        return file.endsWith(".idx") && Arrays.equals(Files.readAllBytes(data.resolve(file)), whole);
    }
}
