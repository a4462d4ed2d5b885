package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wrong passphrase is said to be one: nobody restores a store that is well.
class PassphraseIsWrongTest {
    @TempDir
    Path folder;

    private Fixture fixture;
    private Path passphrase;
    private byte[] right;

    @BeforeEach
    void makeStore() throws IOException {
        fixture = new Fixture(folder);
        fixture.open().close();
        passphrase = folder.resolve("secret/passphrase");
        right = Files.readAllBytes(passphrase);
    }

    @AfterEach
    void theRightOneStillOpens() throws IOException {
        Files.write(passphrase, right);
        fixture.open().close();
        fixture.close();
    }

    @Test
    void aWrongOneIsToldFromDamage() throws IOException {
        Files.writeString(passphrase, "another passphrase of some length\n");
        isRefused("it is wrong, or another store's");
    }

    @Test
    void anotherStoresIsWrongHere() throws IOException {
        var other = new Fixture(folder.resolve("other"), fixture.alarms);
        other.open().close();
        Files.write(passphrase, Files.readAllBytes(folder.resolve("other/secret/passphrase")));
        isRefused("it is wrong, or another store's");
    }

    @Test
    void anEmptyOneSaysSo() throws IOException {
        Files.writeString(passphrase, "\n");
        isRefused("is empty");
    }

    @Test
    void lineEndsOfAnotherSystemAreNoPartOfIt() throws IOException {
        Files.writeString(passphrase, new String(right, java.nio.charset.StandardCharsets.US_ASCII).strip() + "\r\n");
        fixture.open().close();
    }

    @Test
    void aDamagedKeystoreIsNotTakenForAWrongPassphrase() throws IOException {
        Path keystore = new StoreLayout(fixture.data().toAbsolutePath()).keystore();
        byte[] before = Files.readAllBytes(keystore);
        for (long at : new long[] {5, 100, before.length / 2, before.length - 30}) {
            RecoveryTest.flip(keystore, at);
            assertThatThrownBy(() -> Archive.open(fixture.data(), fixture.settings, fixture.alarms, fixture.clock))
                    .as("byte " + at)
                    .isInstanceOf(StoreIsDamaged.class)
                    .hasMessageContaining("restore it from its escrow");
            Files.write(keystore, before);
        }
    }

    private void isRefused(String reason) {
        assertThatThrownBy(() -> Archive.open(fixture.data(), fixture.settings, fixture.alarms, fixture.clock))
                .isInstanceOf(PassphraseIsWrong.class)
                .hasMessageContaining(passphrase.toString())
                .hasMessageContaining(reason);
        assertThat(fixture.alarmKinds()).isEmpty();
    }
}
