package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.FormatIsNewer;

/// What a later version wrote is refused as such, in every kind of file, and not a byte of it is changed.
class FormatIsNewerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/muniment/archive/golden-1");

    @TempDir
    Path folder;

    private Alarms alarms;
    private StoreLayout layout;
    private KeyTable.Row last;

    @BeforeEach
    void copyTheGoldenStore() throws IOException {
        Fixture.copy(GOLDEN, folder);
        alarms = Alarms.in(folder.resolve("workflow"), java.time.InstantSource.fixed(Fixture.NOON));
        layout = new StoreLayout(folder.resolve("data").toAbsolutePath());
        last = KeyTable.read(layout.keyTable()).getLast();
    }

    @AfterEach
    void end() {
        alarms.close();
    }

    @Test
    void ofTheIdentity() throws IOException {
        bumpText(layout.identity(), "muniment store v");
        refused(layout.identity().toString(), 2);
    }

    @Test
    void ofTheKeysThatRecogniseDuplicates() throws IOException {
        bumpText(layout.duplicateKeys(), "muniment duplicate keys v");
        refused(layout.duplicateKeys().toString(), 2);
    }

    @Test
    void ofTheKeyTable() throws IOException {
        bump(layout.keyTable(), 8, 0, 20, 20);
        bump(layout.keyTable(), 8, 0, 20, 20);
        refused(layout.keyTable().toString(), 3);
    }

    @Test
    void ofARowOfTheKeyTable() throws IOException {
        bump(layout.keyTable(), 24 + 28, 24, 76, 24 + 76);
        bump(layout.keyTable(), 24 + 28, 24, 76, 24 + 76);
        refused(layout.keyTable() + ", the row at byte 24", 3);
    }

    @Test
    void ofTheHistoryOfCheckpoints() throws IOException {
        Path history = layout.log(StoreIdentity.read(layout).origin()).resolve("checkpoint-history");
        byte[] bytes = Files.readAllBytes(history);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("v1") + 1] = '2';
        Files.write(history, bytes);
        refused("checkpoint-history", 2);
    }

    @Test
    void ofTheLastSegment() throws IOException {
        bump(segment(), 8, 0, SegmentHeader.SIZE_BYTES - 4, SegmentHeader.SIZE_BYTES - 4);
        refused(segment().toString(), 2);
    }

    @Test
    void ofASegmentWithNothingInItYet() throws IOException {
        bump(segment(), 8, 0, SegmentHeader.SIZE_BYTES - 4, SegmentHeader.SIZE_BYTES - 4);
        Files.write(segment(), Arrays.copyOf(Files.readAllBytes(segment()), SegmentHeader.SIZE_BYTES));
        refused(segment().toString(), 2);
    }

    @Test
    void ofAFrame() throws IOException {
        int frame = SegmentHeader.SIZE_BYTES;
        bump(segment(), frame + 4, frame, 44, frame + 44);
        refused(segment() + ", byte " + frame, 2);
    }

    @Test
    void ofARecord() throws IOException {
        bumpRecord(4);
        refused(segment() + ", byte " + (SegmentHeader.SIZE_BYTES + FrameHeader.SIZE_BYTES), 2);
    }

    @Test
    void ofAKindOfRecord() throws IOException {
        bumpRecord(5);
        bumpRecord(5);
        refused(segment() + ", byte ", 4);
    }

    @Test
    void aCheckOfAnOlderSegmentSaysSoAndReadsTheOthers() throws IOException {
        Path first =
                layout.segment(1, KeyTable.read(layout.keyTable()).getFirst().created());
        bump(first, 8, 0, SegmentHeader.SIZE_BYTES - 4, SegmentHeader.SIZE_BYTES - 4);
        try (var archive = open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .contains(sentence(first.toString(), 2))
                    .noneMatch(finding -> finding.contains("tile/"));
        }
    }

    @Test
    void aFlippedBitIsNoLaterFormat() throws IOException {
        RecoveryTest.flip(layout.keyTable(), 10);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreIsDamaged.class)
                .hasMessageContaining("put back this one file");
    }

    private void refused(String place, int found) throws IOException {
        var before = everyFile();
        assertThatThrownBy(this::open)
                .isInstanceOf(FormatIsNewer.class)
                .hasMessageContaining(place)
                .hasMessageContaining("is of format " + found + ", and this program knows none later than ");
        assertThat(everyFile()).isEqualTo(before);
    }

    private static String sentence(String place, int found) {
        return new FormatIsNewer(place, found, 1).getMessage();
    }

    private Archive open() throws IOException {
        return Archive.open(
                folder.resolve("data"),
                GoldenStore.settings(folder.resolve("passphrase")),
                alarms,
                java.time.InstantSource.fixed(Fixture.NOON));
    }

    private Path segment() {
        return layout.segment(last.segmentId(), last.created());
    }

    private void bumpRecord(int at) throws IOException {
        int record = SegmentHeader.SIZE_BYTES + FrameHeader.SIZE_BYTES;
        byte[] bytes = Files.readAllBytes(segment());
        bytes[record + at]++;
        int entryLength = ByteBuffer.wrap(bytes).getShort(record + 34);
        CRC32C crc = new CRC32C();
        crc.update(bytes, record, 120);
        crc.update(bytes, record + RecordHeader.FIXED_BYTES, entryLength);
        ByteBuffer.wrap(bytes).putInt(record + 120, (int) crc.getValue());
        Files.write(segment(), bytes);
    }

    /// Adds one to the format, an int, and makes the checksum anew.
    private static void bump(Path file, int formatAt, int from, int length, int checksumAt) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.putInt(formatAt, bytes.getInt(formatAt) + 1);
        bytes.putInt(checksumAt, Checksum.of(bytes, from, length));
        Files.write(file, bytes.array());
    }

    private static void bumpText(Path file, String before) throws IOException {
        String text = Files.readString(file).replace(before + "1", before + "2");
        String covered = text.substring(0, text.lastIndexOf("crc32c "));
        Files.writeString(file, covered + TextFormat.checksum(covered));
    }

    private TreeMap<String, String> everyFile() throws IOException {
        var files = new TreeMap<String, String>();
        try (var walk = Files.walk(layout.store())) {
            for (Path file : walk.filter(Files::isRegularFile).toList())
                files.put(file.toString(), StoreIdentity.sha256(Files.readAllBytes(file)));
        }
        return files;
    }
}
