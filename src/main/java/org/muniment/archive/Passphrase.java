package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The passphrase of a store's keystore, and where it was found. No sentence and no log has it.
final class Passphrase {
    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH_MIN = 20;

    private final char[] characters;
    private final String place;
    private final Optional<Path> file;

    private Passphrase(char[] characters, String place, Optional<Path> file) {
        this.characters = characters;
        this.place = place;
        this.file = file;
    }

    /// Finds the passphrase of a store that is there: what is known or in the environment, else the file, else whoever
    /// sits at the terminal.
    static Passphrase toOpen(ArchiveSettings settings, StoreId storeId, Path keystore) throws IOException {
        Path file = settings.passphraseFile().apply(storeId.hex());
        PassphraseSource source = settings.passphraseSource();
        if (source.given().isPresent()) return given(source);
        if (Files.exists(file)) return inFile(file);
        Optional<char[]> typed = source.asked("Passphrase of the keystore " + keystore + ": ");
        if (typed.isPresent()) return new Passphrase(typed.get(), "what was typed", Optional.empty());
        throw new PassphraseIsMissing(keystore, file);
    }

    /// Finds the passphrase of a store that is about to be made. Without one, a file with one is made: an existing file
    /// is never replaced, for it may be the only way into another archive.
    static Passphrase toCreate(ArchiveSettings settings, StoreId storeId, SecureRandom random) throws IOException {
        Path file = settings.passphraseFile().apply(storeId.hex());
        if (settings.passphraseSource().given().isPresent()) return longEnough(given(settings.passphraseSource()));
        if (!Files.exists(file)) return made(file, random);
        // It may be of a first start that was stopped before its name was forced.
        DurableFiles.makeFolder(DurableFiles.folderOf(file));
        DurableFiles.forceOwnFolder(DurableFiles.folderOf(file));
        return longEnough(inFile(file));
    }

    /// Finds the PIN of a token: a new store's too, for nobody can make one here.
    static Passphrase pin(ArchiveSettings settings, StoreId storeId, Path token) throws IOException {
        Path file = settings.passphraseFile().apply(storeId.hex());
        PassphraseSource source = settings.passphraseSource();
        if (source.given().isPresent()) return given(source);
        if (Files.exists(file)) return inFile(file);
        Optional<char[]> typed = source.asked("PIN of the token that " + token + " names: ");
        if (typed.isPresent()) return new Passphrase(typed.get(), "what was typed", Optional.empty());
        throw TokenIsMissing.pinIsMissing(token, file);
    }

    /// The one that a root key in a token unwraps.
    static Passphrase inToken(String text) {
        return new Passphrase(text.toCharArray(), "the token", Optional.empty());
    }

    /// The one that is sealed in a file of escrow, with the keystores under it.
    static Passphrase inEscrow(String text) {
        return new Passphrase(text.toCharArray(), "the escrow", Optional.empty());
    }

    private static Passphrase given(PassphraseSource source) {
        return new Passphrase(source.given().orElseThrow(), source.name(), Optional.empty());
    }

    private static Passphrase inFile(Path file) throws IOException {
        return new Passphrase(Files.readString(file).strip().toCharArray(), file.toString(), Optional.of(file));
    }

    private static Passphrase longEnough(Passphrase passphrase) throws IOException {
        if (passphrase.characters.length >= LENGTH_MIN) return passphrase;
        throw new IOException("The passphrase in " + passphrase.place + " is shorter than " + LENGTH_MIN
                + " characters. Take a longer one, or none at all to have one made.");
    }

    private static Passphrase made(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        DurableFiles.makeFolder(DurableFiles.folderOf(file));
        DurableFiles.replace(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
        // Not read again: a bit that flips on the way would lock the keystore with what is in no file.
        return new Passphrase(text.toCharArray(), file.toString(), Optional.of(file));
    }

    char[] characters() {
        return characters;
    }

    /// Where it was found, in words that go on "The passphrase in …".
    String place() {
        return place;
    }

    /// The file it is in, if it is in one.
    Optional<Path> file() {
        return file;
    }

    @Override
    public String toString() {
        return "the passphrase in " + place;
    }
}
