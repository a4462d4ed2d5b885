package org.muniment.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.Progress;

class SecondLookTest {
    private static final int ROUNDS = 30;

    @TempDir
    Path folder;

    private Path backup;
    private BackedUpFolder open;

    @BeforeEach
    void backUpSomeSealedSegments() throws IOException {
        backup = folder.resolve("backup");
        open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"));
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            byte[] raw = new byte[6_000];
            random.nextBytes(raw);
            open.keep(raw);
        }
        assertThat(open.backUp(backup).doubts()).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private List<Path> segments() throws IOException {
        return FileTree.files(backup.resolve("store/seg")).stream()
                .filter(file -> file.toString().endsWith(".seg"))
                .toList();
    }

    /// As rot does it: nothing says that the file was written to.
    private static void rot(Path file) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, before);
    }

    @Test
    void eachCopyThatRottedIsFoundWithinThirtyBackupsAndMadeAnewFromItsOriginal() throws IOException {
        List<Path> sealed = segments().subList(0, segments().size() - 1);
        assertThat(sealed).hasSizeGreaterThan(2);
        Files.writeString(open.data.resolve("mail.properties"), "host=mail.city.example\n");
        open.backUp(backup);
        for (Path file : sealed) rot(file);
        rot(backup.resolve("mail.properties"));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) found.addAll(open.backUp(backup).doubts());
        assertThat(found).hasSize(sealed.size() + 1).allMatch(sentence -> sentence.contains("It was copied anew"));
        for (Path file : sealed) assertThat(found).anyMatch(sentence -> sentence.startsWith(file + " was no longer"));
        assertThat(open.restore(backup)
                        .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                        .findings())
                .isEmpty();
    }

    @Test
    void aCopyWhoseOriginalIsNoBetterIsNamedAndLeft() throws IOException {
        Path copy = segments().getFirst();
        rot(copy);
        rot(open.data.resolve(backup.relativize(copy)));
        byte[] rotten = Files.readAllBytes(copy);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ROUNDS && found.isEmpty(); i++)
            found.addAll(open.backUp(backup).doubts());
        assertThat(found)
                .anyMatch(sentence -> sentence.startsWith(copy + " is no longer") && sentence.contains("neither"));
        assertThat(copy).hasBinaryContent(rotten);
    }

    @Test
    void aSegmentThatWasCopiedWithDamageIsCopiedAgainOnceItIsMended() throws IOException {
        Path rotten = open.data.resolve(backup.relativize(segments().getFirst()));
        byte[] whole = Files.readAllBytes(rotten);
        rot(rotten);
        Path second = folder.resolve("second");
        Path copy = second.resolve(open.data.relativize(rotten));
        for (int i = 0; i < 2; i++)
            assertThat(open.backUp(second).damaged()).singleElement().asString().startsWith(rotten.toString());
        Files.write(rotten, whole);
        Backup.Made made = open.backUp(second);
        assertThat(made.damaged()).isEmpty();
        assertThat(made.doubts()).isEmpty();
        assertThat(copy).hasBinaryContent(whole);
        assertThat(open.restore(second)
                        .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                        .findings())
                .isEmpty();
    }

    /// As a backup that knew nothing of it listed it.
    @Test
    void aSegmentThatIsListedWithItsDamageIsFoundAndCopiedAgain() throws IOException {
        Path rotten = open.data.resolve(backup.relativize(segments().getFirst()));
        byte[] whole = Files.readAllBytes(rotten);
        rot(rotten);
        Path second = folder.resolve("second");
        Path copy = second.resolve(open.data.relativize(rotten));
        open.backUp(second);
        Files.write(rotten, whole);
        forgetDamage(second);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ROUNDS && found.isEmpty(); i++)
            found.addAll(open.backUp(second).doubts());
        assertThat(found).singleElement().asString().startsWith(copy.toString()).contains("copied again");
        open.backUp(second);
        assertThat(copy).hasBinaryContent(whole);
    }

    private void forgetDamage(Path second) throws IOException {
        Path list = second.resolve(BackupList.NAME);
        BackupNote note = BackupNote.parse(second, BackupNote.read(second));
        Files.write(
                list,
                Files.readAllLines(list).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
        BackupNote forgotten = new BackupNote(
                note.madeAt(),
                note.mail(),
                note.audit(),
                note.files(),
                note.bytes(),
                CopiedFile.read(list).sha256());
        Files.write(
                second.resolve(BackupNote.NAME),
                open.archive.sign(forgotten.text()).bytes());
    }
}
