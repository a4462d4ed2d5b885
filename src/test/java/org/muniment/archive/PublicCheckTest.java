package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.NoteVerifier;

class PublicCheckTest {
    private static final long SEED = 7;
    private static final int MESSAGES = 300;

    @TempDir
    Path folder;

    private Fixture fixture;
    private Path copy;
    private NoteVerifier key;
    private String origin;

    @BeforeEach
    void makeCopyWithoutAnySecret() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(40 << 10);
        var random = new Random(SEED);
        try (var archive = fixture.open()) {
            for (int i = 0; i < MESSAGES; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 200 + i));
            key = archive.log().verifier();
            origin = archive.origin();
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.SCRUB)).isEmpty();
        }
        copy = folder.resolve("copy");
        Fixture.copy(fixture.data(), copy);
        for (Path file : filesIn(copy.resolve("store/keys"))) Files.delete(file);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<String> findings(Path where) {
        try {
            return PublicCheck.withKey(where, key, Progress.UNSEEN).findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aThirdPartyChecksACopyWithoutKeysAndChangesNothingInIt() throws IOException {
        List<String> before = sizesAndTimes();
        IntegrityReport report = PublicCheck.withKey(copy, key, Progress.UNSEEN);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(MESSAGES);
        assertThat(report.remarks()).contains(IntegrityCheck.NOTHING_WAS_DECRYPTED);
        assertThat(sizesAndTimes()).isEqualTo(before);
    }

    private List<String> sizesAndTimes() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : filesIn(copy)) all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        return all;
    }

    @Test
    void theLogAloneIsComparedWithItself() throws IOException {
        Path log = new StoreLayout(copy).log(origin);
        IntegrityReport report = PublicCheck.withKey(log, key, Progress.UNSEEN);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(MESSAGES);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("compared with itself"));
        RecoveryTest.flip(log.resolve("tile/entries/000"), 100);
        assertThat(findings(log)).isNotEmpty();
    }

    @Test
    void anotherKeyIsRefusedByEverySignature() throws IOException {
        var other = LogKey.of(origin, LogKey.generatePair(new SecureRandom()));
        assertThat(PublicCheck.withKey(copy, other.verifier(), Progress.UNSEEN).findings())
                .anyMatch(finding -> finding.contains("not signed"));
    }

    @Test
    void whereThereIsNoLogOfTheKeyNothingIsSaidToBeWell() {
        assertThat(catchThrowable(() -> PublicCheck.withKey(folder.resolve("nothing"), key, Progress.UNSEEN)))
                .isInstanceOf(NoLogToCheck.class)
                .hasMessageContaining("no log of this key");
    }

    @Test
    void noByteOfTheHistorysFirstLineIsPassedOver() throws IOException {
        Path history = new StoreLayout(copy).log(origin).resolve("checkpoint-history");
        byte[] before = Files.readAllBytes(history);
        int first = new String(before, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
        assertThat(first).isGreaterThan(2);
        for (int at = 0; at < first; at++) {
            RecoveryTest.flip(history, at);
            assertThat(findings(copy)).as("byte %d", at).isNotEmpty();
            Files.write(history, before);
        }
        assertThat(findings(copy)).isEmpty();
    }

    @Test
    void whateverByteOfSegmentsOrLogIsFlippedIsFoundWithoutAnySecret() throws IOException {
        List<Path> files = filesIn(copy.resolve("store")).stream()
                .filter(file -> !file.endsWith("lock") && !file.toString().endsWith(".idx"))
                .toList();
        var random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            long at = random.nextInt(before.length);
            RecoveryTest.flip(file, at);
            if (findings(copy).isEmpty()) missed.add(file + " byte " + at);
            Files.write(file, before);
        }
        assertThat(missed).as("seed " + SEED).isEmpty();
    }

    @Test
    void aScrubOfAStoppedArchiveNeedsNoKeyAndSaysSo() throws IOException {
        IntegrityReport report = PublicCheck.withoutKey(fixture.data(), Progress.UNSEEN);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(MESSAGES);
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith("No key was used"));
        RecoveryTest.flip(new StoreLayout(fixture.data()).keyTable(), 70);
        assertThat(PublicCheck.withoutKey(fixture.data(), Progress.UNSEEN).findings())
                .anyMatch(finding -> finding.contains("key table"));
    }

    @Test
    void aScrubFindsABodyThatDoesNotMatchItsChecksum() throws IOException {
        try (var archive = fixture.open()) {
            Path first = new StoreLayout(fixture.data()).segment(1, Fixture.NOON);
            RecoveryTest.flip(first, Files.size(first) / 2);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.SCRUB)).isNotEmpty();
        }
    }

    /// What a copy says comes from whoever made it: it leads nobody out of the copy.
    @Test
    void aSegmentThatNamesALogOutsideTheCopyIsAFinding() throws IOException {
        Path first = new StoreLayout(copy).segment(1, Fixture.NOON);
        SegmentHeader header = Recovery.header(first);
        for (String elsewhere : List.of("../../../elsewhere", "/etc", "a/../../b", "a\0b", "")) {
            var forged = new SegmentHeader(
                    header.storeId(),
                    elsewhere,
                    header.segmentId(),
                    header.createdMicros(),
                    header.firstAccession(),
                    header.previous(),
                    header.keyVersion());
            Insider.write(first, 0, forged.encoded());
            assertThat(PublicCheck.withoutKey(copy, Progress.UNSEEN).findings())
                    .as(elsewhere)
                    .anyMatch(finding -> finding.contains("the origin is not the name of a log"));
        }
    }
}
