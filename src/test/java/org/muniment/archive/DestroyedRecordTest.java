package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A destroyed record is a state of its own wherever somebody reads: neither there, nor damaged, nor unknown.
class DestroyedRecordTest {
    private static final AccessionNumber GONE = new AccessionNumber(1);

    @TempDir
    Path folder;

    private Fixture fixture;
    private final List<byte[]> mail = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        fixture = new Fixture(folder);
        fixture.settings = fixture.settings.withSegmentBytesMax(8 << 10);
        var random = new Random(7);
        try (var archive = fixture.open()) {
            for (int i = 0; i < 12; i++) {
                mail.add(Fixture.bytes(random, 1_500));
                Fixture.keep(archive, Fixture.smtp("clerk-" + i + "@city.example"), mail.getLast());
            }
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void whoAsksForItIsToldUnderWhichEntryItWasDestroyed() throws IOException {
        AccessionNumber authorisation = TestDestruction.of(fixture, AccessionRanges.of(List.of(GONE)));
        try (var archive = fixture.open()) {
            assertThatThrownBy(() -> archive.message(GONE))
                    .isInstanceOf(CaptureWasDestroyed.class)
                    .hasMessageContaining("Capture 1 was destroyed, as entry " + authorisation);
            assertThat(archive.destroyed(new AccessionNumber(0), new AccessionNumber(11)))
                    .containsExactly(java.util.Map.entry(GONE, authorisation));
            for (int i = 0; i < mail.size(); i++)
                if (i != GONE.index())
                    assertThat(Fixture.raw(archive, new AccessionNumber(i))).isEqualTo(mail.get(i));
        }
    }

    @Test
    void aFollowerMeetsItInItsPlace() throws IOException {
        AccessionNumber authorisation = TestDestruction.of(fixture, AccessionRanges.of(List.of(GONE)));
        try (var archive = fixture.open();
                var entries = archive.entries(new AccessionNumber(0))) {
            assertThat(entries.next().orElseThrow()).isInstanceOf(LogEntry.Capture.class);
            assertThat(entries.next().orElseThrow())
                    .isEqualTo(new LogEntry.Destroyed(GONE, Fixture.NOON, authorisation));
            assertThat(entries.next().orElseThrow()).isInstanceOf(LogEntry.Capture.class);
        }
    }

    @Test
    void aFullCheckFindsNothingWrongWithWhatWasAuthorised() throws IOException {
        TestDestruction.of(fixture, AccessionRanges.of(List.of(GONE, new AccessionNumber(2), new AccessionNumber(5))));
        try (var archive = fixture.open()) {
            for (var level : List.of(IntegrityCheck.Level.QUICK, IntegrityCheck.Level.SCRUB, IntegrityCheck.Level.FULL))
                assertThat(Fixture.findings(archive, level)).as(level.word()).isEmpty();
        }
    }

    @Test
    void whatNobodyAuthorisedIsAFinding() throws IOException {
        try (var archive = fixture.open()) {
            archive.record(new DestructionEvent.Authorised(
                            "b",
                            "00",
                            AccessionRanges.of(List.of(new AccessionNumber(5))),
                            new AccessionRanges(List.of()),
                            -1)
                    .written());
        }
        TestDestruction.swap(fixture, AccessionRanges.of(List.of(GONE)), new AccessionNumber(mail.size()));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains(
                            "accession 1 was destroyed, and entry 12 of the log does not authorise that"));
        }
    }

    @Test
    void whatWasSavedByAHoldAndIsDestroyedAllTheSameIsAFinding() throws IOException {
        try (var archive = fixture.open()) {
            var authorisation = archive.record(authorised());
            archive.record(new DestructionEvent.Stopped(authorisation, AccessionRanges.of(List.of(GONE))).written());
        }
        TestDestruction.swap(fixture, AccessionRanges.of(List.of(GONE)), new AccessionNumber(mail.size()));
        try (var archive = fixture.open()) {
            archive.record(
                    new DestructionEvent.Begun(new AccessionNumber(mail.size()), AccessionRanges.of(List.of(GONE)))
                            .written());
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("the log says that this destruction was stopped"));
        }
    }

    @Test
    void whatWasAuthorisedAndNeverBegunIsAFinding() throws IOException {
        try (var archive = fixture.open()) {
            archive.record(authorised());
        }
        TestDestruction.swap(fixture, AccessionRanges.of(List.of(GONE)), new AccessionNumber(mail.size()));
        try (var archive = fixture.open()) {
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .anyMatch(finding -> finding.contains("no entry of the log says that this destruction was begun"));
        }
    }

    private static LifecycleEvent authorised() {
        return new DestructionEvent.Authorised(
                        "b", "00", AccessionRanges.of(List.of(GONE)), new AccessionRanges(List.of()), -1)
                .written();
    }

    @Test
    void whatIsSaidToBeDestroyedAndCanBeReadIsAFinding() throws IOException {
        try (var archive = fixture.open()) {
            var authorisation = archive.record(new DestructionEvent.Authorised(
                            "b", "00", AccessionRanges.of(List.of(GONE)), new AccessionRanges(List.of()), -1)
                    .written());
            archive.record(new DestructionEvent.Begun(authorisation, AccessionRanges.of(List.of(GONE))).written());
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL))
                    .contains("accession 1 was destroyed under entry 12, yet it can be read");
        }
    }

    @Test
    void theSameMailDeliveredAgainIsCapturedAnew() throws IOException {
        TestDestruction.of(fixture, AccessionRanges.of(List.of(GONE)));
        try (var archive = fixture.open()) {
            assertThat(Fixture.keep(archive, Fixture.smtp("clerk-1@city.example"), mail.get(1)))
                    .isInstanceOf(Receipt.Captured.class);
            assertThat(Fixture.keep(archive, Fixture.smtp("clerk-0@city.example"), mail.get(0)))
                    .isInstanceOf(Receipt.Duplicate.class);
        }
    }

    @Test
    void moreOfASegmentMayGoLaterUnderAnotherEntry() throws IOException {
        AccessionNumber first = TestDestruction.of(fixture, AccessionRanges.of(List.of(GONE)));
        AccessionNumber second = TestDestruction.of(fixture, AccessionRanges.of(List.of(new AccessionNumber(2))));
        try (var archive = fixture.open()) {
            assertThat(archive.destroyed(new AccessionNumber(0), new AccessionNumber(11)))
                    .containsEntry(GONE, first)
                    .containsEntry(new AccessionNumber(2), second);
            assertThat(Fixture.raw(archive, new AccessionNumber(0))).isEqualTo(mail.getFirst());
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }
}
