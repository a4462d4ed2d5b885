package org.muniment.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.PassphraseIsWrong;
import org.muniment.archive.Progress;

/// What cannot be done is said before anything is copied, and does no harm to what is there.
class UnusablePlacesTest {
    @TempDir
    Path folder;

    private Path backup;
    private Path disk;
    private BackedUpFolder open;

    @BeforeEach
    void backUp() throws IOException {
        backup = folder.resolve("backup");
        disk = Files.createDirectories(folder.resolve("disk"));
        open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"));
        byte[] raw = new byte[2 << 20];
        new Random(3).nextBytes(raw);
        open.keep(raw);
        open.backUp(backup);
    }

    @AfterEach
    void close() throws Exception {
        open.close();
        if (run("mountpoint", "-q", disk.toString()) == 0) run("umount", disk.toString());
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    private void requireNothingWasCopied() {
        assertThat(restored()).doesNotExist();
        assertThat(folder.resolve("restored.restoring")).doesNotExist();
    }

    @Test
    void aWrongPassphraseIsRefusedBeforeAnythingIsCopied() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "correct horse battery staple\n");
        var restore = new Restore(
                backup, open.data, ArchiveSettings.standard().withPassphraseFile(wrong), InstantSource.system());
        assertThatThrownBy(() -> restore.to(restored(), List.of(), Progress.UNSEEN))
                .isInstanceOf(PassphraseIsWrong.class)
                .hasMessageContaining(wrong.toString());
        requireNothingWasCopied();
    }

    @Test
    void aListThatTheArchiveDidNotSignIsRefusedBeforeAnythingIsCopied() throws IOException {
        Path note = backup.resolve(BackupNote.NAME);
        Files.writeString(note, Files.readString(note).replace("made 2026", "made 2025"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open.restore(backup).to(restored(), List.of(), Progress.UNSEEN))
                .isInstanceOf(BackupIsUnusable.class)
                .hasMessageContaining("was not signed with the key in this keystore");
        requireNothingWasCopied();
    }

    @Test
    void aReadOnlyDiskTakesNeitherABackupNorARestore() throws Exception {
        mount("ro,size=1m");
        assertThatThrownBy(() -> open.backUp(disk.resolve("backup")))
                .isInstanceOf(BackupIsRefused.class)
                .hasMessageContainingAll("Nothing may be written to", "read-only", "ReadWritePaths");
        assertThatThrownBy(() -> open.restore(backup).to(disk.resolve("restored"), List.of(), Progress.UNSEEN))
                .isInstanceOf(RestoreIsRefused.class)
                .hasMessageContainingAll("Nothing may be written to", "read-only", "The backup is as it was");
    }

    @Test
    void aDiskThatIsReadOnlySinceTheLastBackupKeepsThatOne() throws Exception {
        mount("size=8m");
        open.backUp(disk);
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro", disk.toString()) == 0);
        open.keep("later".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> open.backUp(disk))
                .isInstanceOf(BackupIsRefused.class)
                .hasMessageContainingAll("Nothing may be written to", "older backup in it is whole");
        assertThat(open.restore(disk)
                        .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                        .findings())
                .isEmpty();
    }

    @Test
    void aDiskWithoutRoomIsNamedWithWhatTheBackupNeeds() throws Exception {
        mount("size=1m");
        assertThatThrownBy(() -> open.restore(backup).to(disk.resolve("restored"), List.of(), Progress.UNSEEN))
                .isInstanceOf(RestoreIsRefused.class)
                .hasMessageContainingAll("bytes free, and the backup needs", "Name a larger disk");
    }

    private void mount(String options) throws Exception {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0,
                "only root can make a small file system");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
