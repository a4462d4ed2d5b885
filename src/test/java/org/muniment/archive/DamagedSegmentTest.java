package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One bad place costs what was written there, and nothing else: the check says so, and the rest can be read.
class DamagedSegmentTest {
    private static final int KEPT = 24;
    private static final String LOG_FINDING = "tile/|root signed|does not hold|only .* entries|does not name|trailer";

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void makeStore() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(8 << 10);
        try (var archive = fixture.open()) {
            for (int i = 0; i < KEPT; i++) Fixture.keep(archive, Fixture.file(), raw(i));
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aBadFrameHeaderLosesNoRecord() throws IOException {
        long damagedAt = frames(second()).get(1);
        RecoveryTest.flip(second(), damagedAt + 9);
        try (var archive = fixture.open()) {
            List<String> findings = Fixture.findings(archive, IntegrityCheck.Level.FULL);
            assertThat(findings)
                    .containsExactly(
                            second() + ", byte " + damagedAt + ": no valid batch frame begins here",
                            second() + ": all its records can be read all the same");
            assertReadable(archive, List.of());
        }
    }

    @Test
    void aBadRecordHeaderIsNamedWithItsNumberAndTheLogIsComparedBehindIt() throws IOException {
        long first = firstAccession();
        RecoveryTest.flip(second(), frames(second()).get(1) + FrameHeader.SIZE_BYTES + 60);
        try (var archive = fixture.open()) {
            assertFindings(archive, List.of(first + 1));
            assertReadable(archive, List.of(first + 1));
        }
    }

    @Test
    void aBadBodyIsNamedWithItsNumber() throws IOException {
        long first = firstAccession();
        RecoveryTest.flip(second(), frames(second()).get(2) - 40);
        try (var archive = fixture.open()) {
            assertFindings(archive, List.of(first + 1));
            assertReadable(archive, List.of(first + 1));
        }
    }

    @Test
    void severalBadPlacesAreAllFoundInOneCheck() throws IOException {
        long first = firstAccession();
        List<Long> frames = frames(second());
        RecoveryTest.flip(second(), frames.get(0) + FrameHeader.SIZE_BYTES + 3);
        RecoveryTest.flip(second(), frames.get(1) + FrameHeader.SIZE_BYTES + 3);
        RecoveryTest.flip(second(), frames.get(3) + FrameHeader.SIZE_BYTES + 70);
        try (var archive = fixture.open()) {
            assertFindings(archive, List.of(first, first + 1, first + 3));
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains(
                            "accession %d to %d, %d cannot be read".formatted(first, first + 1, first + 3)));
            assertReadable(archive, List.of(first, first + 1, first + 3));
        }
    }

    @Test
    void whatStandsBehindTheDamageIsReadWithoutAnIndexToo() throws IOException {
        long first = firstAccession();
        RecoveryTest.flip(second(), frames(second()).get(1) + FrameHeader.SIZE_BYTES + 60);
        Path index = layout().index(2, Fixture.NOON);
        Files.delete(index);
        try (var archive = fixture.open()) {
            assertReadable(archive, List.of(first + 1));
            assertThat(index).doesNotExist();
        }
    }

    @Test
    void aMissingSegmentCostsItsRecordsAlone() throws IOException {
        List<Long> numbers =
                LongStream.range(firstAccession(), firstAccession(3)).boxed().toList();
        Files.delete(second());
        try (var archive = fixture.open()) {
            assertFindings(archive, numbers);
            assertReadable(archive, numbers);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .contains(second() + " is missing")
                    .anyMatch(finding -> finding.contains("none of its records can"));
        }
    }

    @Test
    void anEntryThatNeitherStoreNorBundleHoldsIsPassedOverByItsHash() throws IOException {
        long first = firstAccession();
        RecoveryTest.flip(second(), frames(second()).get(1) + FrameHeader.SIZE_BYTES + 60);
        Path bundle;
        try (var archive = fixture.open()) {
            bundle = layout().log(archive.origin()).resolve("tile/entries/000.p/" + KEPT);
        }
        RecoveryTest.flip(bundle, Files.size(bundle) / KEPT * (first + 1) + 20);
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .filteredOn(finding -> !finding.startsWith(second().toString()))
                    .allMatch(finding -> finding.contains("entries") || finding.contains("log is not what was signed"));
        }
    }

    @Test
    void aQuickCheckFindsAnOldSegmentThatWasCutShort() throws IOException {
        try (var channel = FileChannel.open(second(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 100);
        }
        quickFinds(second() + " has ");
    }

    @Test
    void aQuickCheckFindsAnotherTrailerThanTheNextSegmentNames() throws IOException {
        RecoveryTest.flip(second(), Files.size(second()) - 40);
        quickFinds(second() + ": its trailer does not say");
    }

    @Test
    void aQuickCheckFindsAnOldSegmentInAnothersPlace() throws IOException {
        Files.copy(layout().segment(1, Fixture.NOON), second(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        quickFinds(second() + ": the segment is another one");
    }

    private void quickFinds(String beginning) throws IOException {
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.QUICK))
                    .anyMatch(finding -> finding.startsWith(beginning));
        }
    }

    /// Each finding names the damaged file, each lost number is named, and nothing is said of what is well.
    private void assertFindings(Archive archive, List<Long> lost) {
        List<String> findings = Fixture.findings(archive, IntegrityCheck.Level.FULL);
        assertThat(findings)
                .isNotEmpty()
                .allMatch(finding ->
                        finding.startsWith(second().toString()) || finding.startsWith("The archive is read-only"))
                .noneMatch(finding -> finding.matches(".*(" + LOG_FINDING + ").*"))
                .anyMatch(finding -> finding.contains("accession " + lost.getFirst()));
    }

    private static void assertReadable(Archive archive, List<Long> lost) {
        for (long number = 0; number < KEPT; number++) {
            var accession = new AccessionNumber(number);
            if (lost.contains(number))
                assertThatThrownBy(() -> Fixture.raw(archive, accession)).isInstanceOf(UncheckedIOException.class);
            else assertThat(Fixture.raw(archive, accession)).isEqualTo(raw((int) number));
        }
    }

    private StoreLayout layout() {
        return new StoreLayout(fixture.data().toAbsolutePath());
    }

    private Path second() {
        return layout().segment(2, Fixture.NOON);
    }

    private long firstAccession() throws IOException {
        return firstAccession(2);
    }

    private long firstAccession(int segment) throws IOException {
        return KeyTable.read(layout().keyTable()).get(segment - 1).firstAccession();
    }

    /// Where each frame of a segment begins.
    private static List<Long> frames(Path segment) throws IOException {
        List<Long> frames = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(segment);
        for (int at = SegmentHeader.SIZE_BYTES; at + FrameHeader.SIZE_BYTES < bytes.length; at += FrameScan.ALIGNMENT)
            if (FrameHeader.read(java.nio.ByteBuffer.wrap(bytes).position(at), at, "here")
                    .isPresent()) frames.add((long) at);
        return frames;
    }

    private static byte[] raw(int i) {
        return Fixture.bytes(new Random(i), 300);
    }
}
