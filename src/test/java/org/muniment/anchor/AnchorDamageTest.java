package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;

class AnchorDamageTest {
    private static final long SEED = 6;

    @TempDir
    Path folder;

    private AnchoredArchive archive;
    private List<Path> files;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        archive = new AnchoredArchive(folder.resolve("archive"));
        archive.grow();
        AnchoredArchive.copy(archive.data(), folder.resolve("yesterday"));
        try (LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            authority.nameIn(archive.data());
            archive.grow();
            archive.anchors().askWhoeverIsDue();
            archive.signed();
            archive.laterBy(Duration.ofDays(366));
            archive.anchors().askWhoeverIsDue();
            archive.signed();
        }
        try (Stream<Path> all = Files.list(archive.anchorsFolder())) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(6);
        assertThat(archive.anchors().checkFully()).isEmpty();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        flips(40);
    }

    @Test
    @Tag("long")
    void everyFlippedByteIsFound() throws IOException {
        flips(1);
    }

    private void flips(int everyNthByte) throws IOException {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            for (int at = random.nextInt(everyNthByte); at < before.length; at += everyNthByte) {
                byte[] damaged = before.clone();
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                if (archive.anchors().checkFully().isEmpty()) missed.add(file.getFileName() + " byte " + at);
            }
            Files.write(file, before);
        }
        assertThat(missed).as("seed " + SEED).isEmpty();
    }

    @Test
    void cutMissingExchangedAndStrangeFilesAreFound() throws IOException {
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            for (int length : List.of(before.length - 1, before.length / 2, 0)) {
                Files.write(file, Arrays.copyOf(before, length));
                assertThat(archive.anchors().checkFully()).as(file + " cut").isNotEmpty();
            }
            Files.delete(file);
            assertThat(archive.anchors().checkFully())
                    .as(file + " deleted")
                    .anySatisfy(it -> assertThat(it).contains("is missing"));
            Files.write(file, before);
        }
        Path aside = folder.resolve("aside");
        for (int i = 0; i < files.size(); i++)
            for (int j = i + 1; j < files.size(); j++) {
                exchange(files.get(i), files.get(j), aside);
                if (Files.mismatch(files.get(i), files.get(j)) >= 0)
                    assertThat(archive.anchors().checkFully())
                            .as(files.get(i) + " and " + files.get(j))
                            .isNotEmpty();
                exchange(files.get(i), files.get(j), aside);
            }
        Files.writeString(archive.anchorsFolder().resolve("note.txt"), "strange");
        assertThat(archive.anchors().checkFully()).singleElement().asString().contains("note.txt");
    }

    private static void exchange(Path one, Path other, Path aside) throws IOException {
        Files.move(one, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(other, one);
        Files.move(aside, other);
    }

    @Test
    void aThirdPartyWithNothingButACopyAndThePublicKeyFindsTheSame() throws IOException {
        Path whole = folder.resolve("copy");
        AnchoredArchive.copy(archive.data(), whole);
        assertThat(asAThirdParty(whole)).isEmpty();
        Path copied = whole.resolve(archive.data().relativize(files.getFirst()));
        Files.write(copied, new byte[] {'x'}, StandardOpenOption.APPEND);
        assertThat(asAThirdParty(whole)).anySatisfy(it -> assertThat(it).startsWith("Anchor "));
        Path rolledBack = folder.resolve("yesterday");
        AnchoredArchive.copy(
                archive.anchorsFolder(), rolledBack.resolve(archive.data().relativize(archive.anchorsFolder())));
        assertThat(asAThirdParty(rolledBack))
                .anySatisfy(it ->
                        assertThat(it).contains("covers 2 entries, but the log ends at 1: the log was rolled back"));
    }

    private List<String> asAThirdParty(Path copy) throws IOException {
        Path log =
                copy.resolve(archive.data().relativize(archive.anchorsFolder())).getParent();
        return Anchors.checkCopy(log, archive.archive.log().verifier());
    }

    @Test
    void aLogRolledBackBehindAnAnchorIsFoundAtOnce() throws IOException {
        byte[] kept = archive.archive.checkpoint().orElseThrow().bytes();
        Path yesterday = folder.resolve("yesterday");
        Path anchors = yesterday.resolve(archive.data().relativize(archive.anchorsFolder()));
        try (Archive rolledBack = archive.open(yesterday)) {
            Anchors itsAnchors = new Anchors(yesterday, rolledBack, archive.clock());
            assertThat(itsAnchors.checkFully())
                    .as("whoever rolls back everything is found by what lies elsewhere alone")
                    .isEmpty();
            assertThatThrownBy(() -> itsAnchors.compare(kept)).hasMessageContaining("rolled back");
            AnchoredArchive.copy(archive.anchorsFolder(), anchors);
            assertThat(itsAnchors.checkQuickly())
                    .anySatisfy(it -> assertThat(it)
                            .contains("covers 2 entries, but the log ends at 1: the log was rolled back"));
        }
    }

    @Test
    void aLogWrittenAnewWithItsOwnKeyIsFoundAtOnce() throws IOException, InterruptedException {
        byte[] kept = archive.archive.checkpoint().orElseThrow().bytes();
        Path yesterday = folder.resolve("yesterday");
        Path anchors = yesterday.resolve(archive.data().relativize(archive.anchorsFolder()));
        try (Archive fork = archive.open(yesterday)) {
            for (int i = 0; i < 5; i++) fork.record(new LifecycleEvent("verified", "{\"i\":" + i + "}"));
            var _ = fork.log().awaitCheckpoint(5, Duration.ofSeconds(30)).orElseThrow();
            AnchoredArchive.copy(archive.anchorsFolder(), anchors);
            Anchors itsAnchors = new Anchors(yesterday, fork, archive.clock());
            assertThat(itsAnchors.checkQuickly())
                    .anySatisfy(it -> assertThat(it).contains("the log was rewritten"));
            assertThatThrownBy(() -> itsAnchors.compare(kept)).hasMessageContaining("the log was rewritten");
        }
        assertThat(archive.anchors().compare(kept).size()).isEqualTo(4);
    }
}
