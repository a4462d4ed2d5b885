package org.muniment.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Progress;

/// Folders are put on larger disks by links: what is behind them is the archive's too.
class LinkedFoldersTest {
    @TempDir
    Path folder;

    private Path backup;
    private BackedUpFolder open;

    @BeforeEach
    void begin() throws IOException {
        backup = folder.resolve("backup");
        open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"));
        open.keep("one".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void end() throws IOException {
        open.close();
    }

    @Test
    void whatIsBehindALinkIsBackedUpAndRestored() throws IOException {
        Path larger = Files.createDirectories(folder.resolve("larger-disk/deliveries/1"));
        Files.writeString(larger.resolve("release.pdf"), "%PDF");
        Files.createSymbolicLink(open.data.resolve("deliveries"), folder.resolve("larger-disk/deliveries"));
        Path live = Files.createDirectories(folder.resolve("certbot/live"));
        Files.writeString(folder.resolve("certbot/chain1.pem"), "PEM");
        Files.createSymbolicLink(live.resolve("chain.pem"), Path.of("../chain1.pem"));
        Files.createSymbolicLink(open.data.resolve("tls"), live);
        Backup.Made made = open.backUp(backup);
        assertThat(made.doubts()).isEmpty();
        Path restored = folder.resolve("restored");
        open.restore(backup).to(restored, List.of(), Progress.UNSEEN);
        assertThat(restored.resolve("deliveries/1/release.pdf")).hasContent("%PDF");
        assertThat(restored.resolve("tls/chain.pem")).hasContent("PEM");
    }

    @Test
    void aFolderOfTheStoreMayBeALinkToo() throws IOException {
        open.close();
        Path elsewhere = folder.resolve("larger-disk");
        Files.move(open.data.resolve("store/log"), elsewhere);
        Files.createDirectories(elsewhere.resolve("old"));
        Files.writeString(elsewhere.resolve("old/of-a-former-log"), "kept");
        Files.createSymbolicLink(open.data.resolve("store/log"), elsewhere);
        open = new BackedUpFolder(open.data, folder.resolve("passphrase"));
        assertThat(open.backUp(backup).damaged()).isEmpty();
        assertThat(backup.resolve("store/log/old/of-a-former-log")).hasContent("kept");
    }

    @Test
    void aLinkThatLeadsNowhereOrBackIsNamedAndNeverFollowed() throws IOException {
        Path nowhere = Files.createSymbolicLink(open.data.resolve("deliveries"), folder.resolve("unmounted"));
        Path back = Files.createSymbolicLink(open.data.resolve("backups-disk"), folder);
        Path key = Files.createSymbolicLink(open.data.resolve("key"), open.data.resolve("store/keys/duplicates"));
        Path around = Files.createDirectories(folder.resolve("larger-disk"));
        Files.createSymbolicLink(around.resolve("again"), around);
        Files.createSymbolicLink(open.data.resolve("files"), around);
        assertThat(open.backUp(backup).doubts())
                .hasSize(4)
                .allMatch(sentence -> sentence.contains("is a link, and what is behind it is NOT in this backup"))
                .anyMatch(sentence -> sentence.startsWith(nowhere.toString()))
                .anyMatch(sentence -> sentence.startsWith(back.toString()))
                .anyMatch(sentence -> sentence.startsWith(key.toString()))
                .anyMatch(sentence -> sentence.contains("files/again"));
        assertThat(backup.resolve("key")).doesNotExist();
        assertThat(open.restore(backup)
                        .rehearse(folder.resolve("scratch"), Progress.UNSEEN)
                        .findings())
                .isEmpty();
    }

    @Test
    void whatALinkInsideTheFolderLeadsToIsCopiedUnderBothNamesAndNoDoubt() throws IOException {
        Path certificates = Files.createDirectories(open.data.resolve("certificates/city"));
        Files.writeString(certificates.resolve("chain.pem"), "PEM");
        Files.createSymbolicLink(certificates.resolve("up"), Path.of("../../certificates"));
        Files.createDirectories(open.data.resolve("tls"));
        Files.createSymbolicLink(open.data.resolve("tls/live"), Path.of("../certificates/city"));
        Path secret = Files.createSymbolicLink(open.data.resolve("kept"), Path.of("store/keys"));
        assertThat(open.backUp(backup).doubts()).singleElement().asString().startsWith(secret.toString());
        assertThat(backup.resolve("certificates/city/chain.pem")).hasContent("PEM");
        assertThat(backup.resolve("tls/live/chain.pem")).hasContent("PEM");
        assertThat(backup.resolve("tls/live/up")).doesNotExist();
    }

    /// Nobody is refused anything as root: there this says nothing.
    @Test
    void aFolderThatMayNotBeListedIsNamedAndAllElseIsBackedUp() throws IOException {
        Path closed = Files.createDirectories(open.data.resolve("lost+found"));
        Files.setPosixFilePermissions(closed, Set.of());
        Files.writeString(open.data.resolve("mail.properties"), "host=mail.city.example\n");
        try {
            assumeThat(Files.isReadable(closed)).isFalse();
            assertThat(open.backUp(backup).doubts())
                    .singleElement()
                    .asString()
                    .startsWith(closed + " cannot be listed");
            assertThat(backup.resolve("mail.properties")).exists();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
