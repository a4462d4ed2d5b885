package org.muniment.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// What no disk is to blame for leaves none behind; a disk that fails is left behind and answered for.
class BlamelessDisksTest {
    private static final String FILE = "store/seg/2026/1.seg";

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void aFileDeletedWhileItIsReadIsReadToItsEnd() throws IOException {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "a partial tile");
            Path file = mirror.dataFolder().resolve(FILE);
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                Files.delete(file);
                ByteBuffer bytes = ByteBuffer.allocate(100);
                assertThat(channel.read(bytes)).isEqualTo("a partial tile".length());
            }
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @Test
    void aListingThatFailsIsAnsweredByTheOtherDisk() throws IOException {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "mail");
            disks.data.incidents().failListings(true);
            Path folder = mirror.dataFolder().resolve("store/seg/2026");
            try (var listing = Files.newDirectoryStream(folder)) {
                assertThat(listing).containsExactly(folder.resolve("1.seg"));
            }
            assertThat(mirror.state()).startsWith("the data folder").contains("is behind");
        }
    }

    @Test
    void aListingThatFailsOnBothDisksIsAnErrorOfInputAndLeavesNeitherBehind() throws IOException {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "mail");
            disks.data.incidents().failListings(true);
            disks.other.incidents().failListings(true);
            Path folder = mirror.dataFolder().resolve("store/seg/2026");
            assertThatThrownBy(() -> Files.newDirectoryStream(folder).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unreadable");
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "other", "both"})
    void aMomentWithoutDescriptorsLeavesNoDiskBehindAndPassesByItself(String where) throws IOException {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "before");
            runOut(disks, where, true);
            if (!where.equals("other"))
                assertThatThrownBy(() -> read(mirror.dataFolder().resolve(FILE)))
                        .hasMessageContaining("Too many open files");
            assertThatThrownBy(() -> TwoDisks.keep(mirror, "store/seg/2026/2.seg", "refused"))
                    .hasMessageContaining("Too many open files");
            assertThat(mirror.isWhole()).isTrue();
            runOut(disks, where, false);
            TwoDisks.keep(mirror, FILE, "again!");
            assertThat(read(mirror.dataFolder().resolve(FILE))).isEqualTo("again!");
            assertThat(mirror.isWhole()).isTrue();
            assertThat(disks.files(disks.other)).containsEntry(FILE, "again!");
        }
    }

    private static void runOut(TwoDisks disks, String where, boolean out) {
        if (!where.equals("other")) disks.data.incidents().runOutOfDescriptors(out);
        if (!where.equals("data")) disks.other.incidents().runOutOfDescriptors(out);
    }

    /// One disk fails just then, and that cannot be written down on the other: nothing is done until it can.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDiskThatFailsWhileThatCannotBeSaidStopsEverythingUntilItCan(boolean dataFails) throws IOException {
        var disks = new TwoDisks();
        SimulatedDisk failing = dataFails ? disks.data : disks.other;
        SimulatedDisk good = dataFails ? disks.other : disks.data;
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "before");
            Path file = mirror.dataFolder().resolve(FILE);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                failing.become(new Faults(0, 1, 0, 0, 0, 0, Integer.MAX_VALUE));
                good.incidents().runOutOfDescriptors(true);
                assertThatThrownBy(() -> write(channel, "refuse")).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> write(channel, "refuse")).isInstanceOf(IOException.class);
                good.incidents().runOutOfDescriptors(false);
                write(channel, "taken!");
            }
            assertThat(mirror.isWhole()).isFalse();
            assertThat(disks.files(good)).containsEntry(FILE, "taken!");
            failing.become(Faults.NONE);
            mirror.resynchronise();
            assertThat(disks.files(failing)).isEqualTo(disks.files(good));
        }
        try (var again = disks.open()) {
            assertThat(again.isWhole()).isTrue();
        }
    }

    private static void write(FileChannel channel, String content) throws IOException {
        channel.write(ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }
}
