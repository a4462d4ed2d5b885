package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.Progress;
import org.muniment.archive.RestoredStore;
import org.muniment.archive.StoreCopy;
import org.muniment.merklelog.Checkpoint;

/// An archive that was anchored, backed up, anchored again, lost, and restored from that backup: what the later
/// anchors say of it.
class RestoredAnchorsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-23T22:00:00Z");

    @TempDir
    Path folder;

    private Path restored;
    private AnchoredArchive archive;
    private String former;
    private Path later;
    private Checkpoint newest;
    private long backedUp;

    @BeforeEach
    void anchorBackUpAndAnchorAgain() throws IOException, InterruptedException {
        restored = folder.resolve("restored");
        archive = new AnchoredArchive(folder.resolve("archive"));
        former = archive.archive.origin();
        try (LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            authority.nameIn(archive.data());
            archive.grow();
            archive.anchors().askEverybody();
            archive.signed();
            backedUp = copy(archive.archive, restored);
            archive.laterBy(Duration.ofDays(1));
            archive.grow();
            archive.grow();
            archive.anchors().askEverybody();
            archive.signed();
        }
        newest = archive.archive.checkpoint().orElseThrow();
        later = archive.anchorsFolder();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static long copy(Archive from, Path to) throws IOException {
        Path staged = to.resolve(".next");
        StoreCopy.Copied copied = from.copy().copyAll(to, staged, path -> Optional.empty());
        for (CopiedFile file : copied.files())
            if (file.file().startsWith(staged)) file.movedTo(to.resolve(staged.relativize(file.file())));
        return copied.entries();
    }

    private Archive restore(List<Checkpoint> known) throws IOException {
        RestoredStore store = RestoredStore.in(restored);
        store.takeKeystore(archive.data().resolve("store/keys/root.p12"), new SecureRandom());
        Archive again = archive.open(restored);
        store.begin(again, known, NIGHT, Progress.UNSEEN);
        return again;
    }

    /// As an operator does who finds them on the old disk.
    private void bringLaterAnchors() throws IOException {
        Path place = restored.resolve("store/log").resolve(former).resolve("anchors");
        try (var files = Files.list(later)) {
            for (Path file : files.toList()) {
                Path copy = place.resolve(file.getFileName().toString());
                if (!Files.exists(copy)) Files.copy(file, copy);
            }
        }
    }

    private Anchors.Looked look(Archive again, boolean all) throws IOException {
        return new Anchors(restored, again, InstantSource.system()).look(all);
    }

    @Test
    void anchorsFromBeforeTheBackupHoldAndAreNotMissing() throws IOException {
        try (Archive again = restore(List.of(newest))) {
            assertThat(look(again, true)).isEqualTo(new Anchors.Looked(List.of(), List.of()));
            Path token = restored.resolve("store/log").resolve(former).resolve("anchors");
            try (var files = Files.list(token)) {
                Path first = files.sorted().findFirst().orElseThrow();
                byte[] bytes = Files.readAllBytes(first);
                bytes[bytes.length / 2] ^= 1;
                Files.write(first, bytes);
            }
            assertThat(look(again, true).findings()).isNotEmpty();
        }
    }

    @Test
    void anAnchorMadeAfterTheBackupSaysWhatIsMissingAndIsNoTampering() throws IOException {
        try (Archive again = restore(List.of(newest))) {
            bringLaterAnchors();
            for (boolean all : List.of(false, true)) {
                Anchors.Looked looked = look(again, all);
                assertThat(looked.findings()).isEmpty();
                assertThat(looked.remarks())
                        .singleElement()
                        .asString()
                        .contains(
                                "of the log " + former,
                                "the backup of " + NIGHT + " had the first " + backedUp,
                                "numbers " + backedUp + " to ",
                                "are missing here, and this shows that they were there");
            }
            assertThat(again.check(Level.FULL, Progress.UNSEEN).findings()).isEmpty();
        }
    }

    @Test
    void anAnchorOverNumbersThatWereNotSteppedOverIsAFinding() throws IOException {
        try (Archive again = restore(List.of())) {
            bringLaterAnchors();
            assertThat(look(again, false).findings())
                    .singleElement()
                    .asString()
                    .contains("That was not known at the restore", "may have been given again")
                    .doesNotContain("rolled back", "rewritten");
            var anchors = new Anchors(restored, again, InstantSource.system());
            assertThatThrownBy(() -> anchors.compare(newest.bytes()))
                    .isInstanceOf(AnchorIsRefused.class)
                    .hasMessageContainingAll("Nothing was found that contradicts", "may have been given again");
        }
    }
}
