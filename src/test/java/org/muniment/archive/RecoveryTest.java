package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;

class RecoveryTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int KEPT = 4;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder.resolve("original"));
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    /// Makes a store of some records, then copies it as it is while nothing beyond `signed` records was signed.
    private long stoppedStore(int signed) throws IOException {
        try (var archive = fixture.open()) {
            for (int i = 0; i < signed; i++) keep(archive, i);
        }
        var before = fixture.settings;
        fixture.settings = new ArchiveSettings(
                before.passphraseFile(),
                before.segmentBytesMax(),
                before.segmentAgeMax(),
                before.queueBytesMax(),
                0,
                NEVER,
                before.random());
        long lastFrameAt = 0;
        try (var archive = fixture.open()) {
            for (int i = signed; i < KEPT; i++) {
                lastFrameAt = Files.size(segment(fixture));
                keep(archive, i);
            }
            Fixture.copy(fixture.data(), folder.resolve("stopped"));
        }
        return lastFrameAt;
    }

    private static void keep(Archive archive, int i) {
        Fixture.keep(archive, Fixture.file(), raw(i));
    }

    private static byte[] raw(int i) {
        return Fixture.bytes(new Random(i), 200);
    }

    private static Path segment(Fixture fixture) {
        return fixture.data().resolve("store/seg/2026/000000000001.seg");
    }

    private Fixture copyOf(String name) throws IOException {
        var copy = new Fixture(folder.resolve(name), fixture.alarms);
        Fixture.copy(folder.resolve("stopped"), copy.data());
        var secret = folder.resolve("original/secret/passphrase");
        copy.settings = copy.settings.withPassphraseFile(secret);
        return copy;
    }

    @Test
    void afterACutAnywhereInTheLastFrameAllBeforeItIsThere() throws IOException {
        cuts(8);
    }

    @Test
    @Tag("long")
    void afterACutAtEachByteOfTheLastFrameAllBeforeItIsThere() throws IOException {
        cuts(Integer.MAX_VALUE);
    }

    /// Cuts the file, densely where the frame begins, then ever more sparsely.
    private void cuts(int density) throws IOException {
        long lastFrameAt = stoppedStore(1);
        long size = Files.size(folder.resolve("stopped/store/seg/2026/000000000001.seg"));
        for (long end = lastFrameAt; end <= size; end += 1 + (end - lastFrameAt) / density) {
            Fixture copy = copyOf("cut-" + end);
            try (var channel = FileChannel.open(segment(copy), StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
            int expected = end == size ? KEPT : KEPT - 1;
            opensWith(copy, expected);
            boolean isTorn = end > lastFrameAt && end < size;
            assertThat(copy.alarmKinds()).as("cut at " + end).isEqualTo(isTorn ? List.of("TORN_TAIL") : List.of());
            copy.alarms.settle(AlarmKind.TORN_TAIL);
            opensWith(copy, expected + 1);
        }
    }

    /// Opens the store, finds the records, writes one more and finds nothing wrong.
    private static void opensWith(Fixture copy, int expected) throws IOException {
        try (var archive = copy.open()) {
            assertThat(archive.size()).isEqualTo(expected);
            for (int i = 0; i < Math.min(expected, KEPT - 1); i++)
                assertThat(Fixture.raw(archive, new AccessionNumber(i))).isEqualTo(raw(i));
            Fixture.keep(archive, Fixture.file(), raw(100 + expected));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    @Test
    void aBadRecordInAnEarlierFrameIsCorruptionAndNothingIsTouched() throws IOException {
        long lastFrameAt = stoppedStore(1);
        Fixture copy = copyOf("corrupt");
        flip(segment(copy), lastFrameAt - 20);
        byte[] before = Files.readAllBytes(segment(copy));
        isReadOnly(copy, KEPT - 2);
        assertThat(Files.readAllBytes(segment(copy))).isEqualTo(before);
    }

    @Test
    void aBadRecordUnderASignedCheckpointIsCorruptionAlsoInTheLastFrame() throws IOException {
        try (var archive = fixture.open()) {
            for (int i = 0; i < KEPT; i++) keep(archive, i);
        }
        flip(segment(fixture), Files.size(segment(fixture)) - 20);
        byte[] before = Files.readAllBytes(segment(fixture));
        isReadOnly(fixture, KEPT - 1);
        assertThat(Files.readAllBytes(segment(fixture))).isEqualTo(before);
    }

    @Test
    void aStoreSetBackBehindItsLogIsReadOnly() throws IOException {
        try (var archive = fixture.open()) {
            keep(archive, 0);
        }
        byte[] early = Files.readAllBytes(segment(fixture));
        try (var archive = fixture.open()) {
            keep(archive, 1);
        }
        Files.write(segment(fixture), early);
        isReadOnly(fixture, 1);
    }

    @Test
    void aSegmentThatWasNeverBegunIsForgotten() throws IOException {
        stoppedStore(1);
        Fixture copy = copyOf("begun");
        var layout = new StoreLayout(copy.data());
        var identity = StoreIdentity.read(layout);
        var keys = KeyTable.open(layout.keyTable(), KeyRing.open(layout, identity.openVault(layout, copy.settings)));
        var row = keys.add(2, Fixture.NOON, KEPT, copy.settings.random());
        Files.write(layout.segment(2, row.created()), new byte[100]);
        opensWith(copy, KEPT);
    }

    private static void isReadOnly(Fixture fixture, long size) throws IOException {
        try (var archive = fixture.open()) {
            assertThat(archive.readOnlyReason()).isPresent();
            assertThat(archive.size()).isEqualTo(size);
            assertThatThrownBy(() -> archive.receive(Fixture.file())).isInstanceOf(ArchiveIsReadOnly.class);
            assertThat(Fixture.raw(archive, new AccessionNumber(0))).isEqualTo(raw(0));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isNotEmpty();
        }
        assertThat(fixture.alarmKinds()).contains("STORE_DAMAGED");
    }

    static void flip(Path file, long at) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1 << (at % 8)));
            channel.write(one.rewind(), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
