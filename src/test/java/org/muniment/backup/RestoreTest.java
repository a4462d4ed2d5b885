package org.muniment.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;

class RestoreTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/muniment/archive/golden-1");
    private static final int GOLDEN_ENTRIES = 15;

    @TempDir
    Path folder;

    @Test
    void theGoldenStoreBackedUpAndRestoredIsTheSameFileByFile() throws Exception {
        for (Path file : FileTree.files(GOLDEN)) {
            Path copy = folder.resolve(GOLDEN.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        String former;
        try (var golden = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"))) {
            former = golden.archive.origin();
            golden.backUp(backup);
            golden.restore(backup).to(restored, List.of(), Progress.UNSEEN);
        }
        Path store = GOLDEN.resolve("data");
        for (Path file : FileTree.files(store)) {
            String name = store.relativize(file).toString();
            if (name.matches(".*/(lock|duplicates|store)|.*[.]idx|.*/tile/.*")) continue;
            byte[] now = Files.readAllBytes(restored.resolve(name));
            byte[] then = Files.readAllBytes(file);
            // The last segment is sealed, and the key table has a row for the next one.
            if (name.endsWith(".seg"))
                assertThat(Arrays.copyOf(now, then.length)).as(name).isEqualTo(then);
            else if (name.endsWith("keys/segments")) assertThat(now).hasSize(then.length + 80);
            else assertThat(now).as(name).isEqualTo(then);
        }
        requireSameEntries(restored, former);
    }

    private void requireSameEntries(Path restored, String former) throws Exception {
        try (var again = new BackedUpFolder(restored, folder.resolve("passphrase"))) {
            assertThat(again.archive.origin()).startsWith(former + "-");
            var all = new ByteArrayOutputStream();
            for (int i = 0; i < GOLDEN_ENTRIES; i++)
                all.write(again.archive.log().entry(i));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray())))
                    .isEqualTo(
                            Files.readString(GOLDEN.resolve("entries.sha256")).strip());
        }
    }

    @Test
    void rehearsalsOfRandomArchivesFindThemWhole() throws IOException {
        rehearse(2);
    }

    @Test
    @Tag("long")
    void rehearsalsOfManyRandomArchivesFindThemWhole() throws IOException {
        rehearse(100);
    }

    private void rehearse(int archives) throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        for (int i = 0; i < archives; i++) rehearse(new Random(seed + i), folder.resolve("archive-" + i));
    }

    /// Several backups into one folder, with all kinds of entries between them.
    private static void rehearse(Random random, Path home) throws IOException {
        try (var open = new BackedUpFolder(home.resolve("data"), home.resolve("passphrase"))) {
            for (int backup = 0; backup < 1 + random.nextInt(3); backup++) {
                int entries = random.nextInt(40);
                for (int i = 0; i < entries; i++) {
                    byte[] raw = new byte[random.nextInt(4_000)];
                    random.nextBytes(raw);
                    if (random.nextInt(5) > 0) open.keep(raw);
                    else open.archive.record(new LifecycleEvent("test", "{\"n\":" + i + "}"));
                }
                assertThat(open.backUp(home.resolve("backup")).damaged()).isEmpty();
            }
            Restore.Restored rehearsed =
                    open.restore(home.resolve("backup")).rehearse(home.resolve("scratch"), Progress.UNSEEN);
            assertThat(rehearsed.findings()).isEmpty();
            assertThat(home.resolve("scratch")).doesNotExist();
        }
    }

    @Test
    void aStopAnywhereInABackupLeavesTheOlderOneWholeOrIsKnown() throws IOException {
        Path backup = folder.resolve("backup");
        try (var open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"))) {
            open.keep("one".getBytes(StandardCharsets.US_ASCII));
            open.backUp(backup);
            // As a stop leaves it while files are still being copied.
            open.keep("two".getBytes(StandardCharsets.US_ASCII));
            Files.createDirectories(backup.resolve(Backup.STAGED).resolve("store"));
            Files.writeString(backup.resolve(Backup.STAGED).resolve("store/half"), "half");
            assertThat(open.restore(backup)
                            .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                            .findings())
                    .isEmpty();
            // As a stop leaves it while they change places.
            Files.delete(backup.resolve(BackupNote.NAME));
            assertThatThrownBy(() -> open.restore(backup).rehearse(folder.resolve("scratch"), Progress.UNSEEN))
                    .isInstanceOf(BackupIsUnusable.class)
                    .hasMessageContaining("is not whole");
            open.backUp(backup);
            assertThat(open.restore(backup)
                            .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                            .findings())
                    .isEmpty();
        }
    }

    /// On a file system of 1 MB, which only root can make.
    @Test
    @Tag("long")
    void aFullDiskIsNamedAndTakesNothingFromTheOlderBackup() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) == 0,
                "only root can make a small file system");
        try (var open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"))) {
            open.keep("one".getBytes(StandardCharsets.US_ASCII));
            open.backUp(small.resolve("backup"));
            byte[] large = new byte[2 << 20];
            new Random(1).nextBytes(large);
            open.keep(large);
            assertThatThrownBy(() -> open.backUp(small.resolve("backup")))
                    .isInstanceOf(BackupIsRefused.class)
                    .hasMessageContainingAll("is full", "older backup in it is whole");
            assertThat(open.restore(small.resolve("backup"))
                            .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                            .findings())
                    .isEmpty();
        } finally {
            run("umount", small.toString());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
