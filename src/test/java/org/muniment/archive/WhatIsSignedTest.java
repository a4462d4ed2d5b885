package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One flipped bit ended a public log in 2022: what memory had was signed, and the disk had something else. Here what
/// is signed is what was read back.
class WhatIsSignedTest {
    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        var usual = fixture.settings;
        fixture.settings = new ArchiveSettings(
                usual.passphraseFile(),
                usual.segmentBytesMax(),
                usual.segmentAgeMax(),
                usual.queueBytesMax(),
                0,
                Duration.ofDays(1),
                usual.random());
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aBitThatFlippedOnItsWayToTheDiskIsNotSigned() throws IOException {
        try (var archive = signedOnceAndKeptTwice()) {
            RecoveryTest.flip(segment(), lastRecordAt() + RecordHeader.FIXED_BYTES);
            isNotSigned(archive);
        }
    }

    /// The checksum is right, for it was computed when the bit had flipped already.
    @Test
    void anEntryThatDoesNotHashToItsLeafIsNotSigned() throws IOException {
        try (var archive = signedOnceAndKeptTwice()) {
            long at = lastRecordAt();
            RecordHeader header = header(at);
            var fields = (EntryFields.CaptureFields) header.entry();
            var other = new EntryFields.CaptureFields(
                    fields.timeMicros() ^ 1, fields.source(), fields.sizeBytes(), fields.content(), fields.envelope());
            var forged = new RecordHeader(
                    header.type(),
                    header.flags(),
                    header.accession(),
                    header.names(),
                    header.dictionaryId(),
                    header.bodyLength(),
                    header.leaf(),
                    header.dataKey(),
                    other,
                    header.entryLength());
            ByteBuffer bytes = ByteBuffer.allocate(header.bodyAt());
            forged.write(bytes);
            try (var channel = FileChannel.open(segment(), StandardOpenOption.WRITE)) {
                DurableFiles.writeFully(channel, bytes.flip(), at);
            }
            isNotSigned(archive);
        }
    }

    private Archive signedOnceAndKeptTwice() throws IOException {
        Archive archive = fixture.open();
        Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(1), 500));
        archive.publish();
        Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(2), 500));
        return archive;
    }

    private void isNotSigned(Archive archive) {
        archive.publish();
        assertThat(archive.checkpoint().orElseThrow().size())
                .as("entries signed")
                .isEqualTo(1);
        assertThat(archive.readOnlyReason().orElse("")).contains("It was not signed");
        assertThat(fixture.alarmKinds()).contains("STORE_DAMAGED");
    }

    private Path segment() {
        return fixture.data().resolve("store/seg/2026/000000000001.seg");
    }

    private long lastRecordAt() throws IOException {
        RecordOffsets offsets = SegmentTail.read(segment(), 0).offsets();
        return offsets.offset(offsets.count() - 1);
    }

    private RecordHeader header(long at) throws IOException {
        try (var window = new SegmentWindow(segment(), RecordOpener.WINDOW_BYTES)) {
            return RecordHeader.read(window.at(at, StoredRecord.HEADER_WANTED), "the last record");
        }
    }
}
