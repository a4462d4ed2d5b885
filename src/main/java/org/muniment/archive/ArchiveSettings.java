package org.muniment.archive;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// This is what may differ from one archive to another.
///
/// @param passphraseFile where the keystore's passphrase is, given the store's id: outside the data folder
/// @param passphraseSource where it is if not in that file
/// @param tokenFile which token has the root keys; empty if the keystore has them
/// @param segmentBytesMax size at which a segment is sealed
/// @param segmentAgeMax age at which a segment is sealed
/// @param queueBytesMax what may wait for the disk before new messages are put off
/// @param diskFreeShareMin share of the disk below which new messages are put off
/// @param publishEvery how often, at most, a checkpoint is signed
/// @param random source of keys, salts and ids
public record ArchiveSettings(
        Function<String, Path> passphraseFile,
        PassphraseSource passphraseSource,
        Optional<Path> tokenFile,
        long segmentBytesMax,
        Duration segmentAgeMax,
        long queueBytesMax,
        double diskFreeShareMin,
        Duration publishEvery,
        SecureRandom random) {
    /// The one size limit, advertised and enforced.
    public static final long MESSAGE_BYTES_MAX = 512L << 20;

    private static final String PASSPHRASE_VARIABLE = "MUNIMENT_PASSPHRASE_FILE";
    private static final String PKCS11_VARIABLE = "MUNIMENT_PKCS11";

    /// With the passphrase in a file.
    public ArchiveSettings(
            Function<String, Path> passphraseFile,
            long segmentBytesMax,
            Duration segmentAgeMax,
            long queueBytesMax,
            double diskFreeShareMin,
            Duration publishEvery,
            SecureRandom random) {
        this(
                passphraseFile,
                PassphraseSource.NONE,
                Optional.empty(),
                segmentBytesMax,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    /// Safe defaults. The passphrase is in `MUNIMENT_PASSPHRASE`, else in the file that
    /// `MUNIMENT_PASSPHRASE_FILE` names, or in the user's configuration folder, else it is asked
    /// for at the terminal. `MUNIMENT_PKCS11` names the file that says which token has the root keys.
    public static ArchiveSettings standard() {
        return new ArchiveSettings(
                ArchiveSettings::standardPassphraseFile,
                PassphraseSource.standard(),
                named(PKCS11_VARIABLE).map(Path::of),
                512L << 20,
                Duration.ofHours(24),
                64L << 20,
                0.05,
                Duration.ofSeconds(1),
                new SecureRandom());
    }

    public ArchiveSettings withPassphraseFile(Path file) {
        return new ArchiveSettings(
                storeId -> file,
                PassphraseSource.NONE,
                tokenFile,
                segmentBytesMax,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    /// The same with a passphrase that is known, or in the same file.
    ArchiveSettings withPassphrase(Passphrase passphrase) {
        if (passphrase.file().isPresent())
            return withPassphraseFile(passphrase.file().get());
        return new ArchiveSettings(
                passphraseFile,
                PassphraseSource.known(passphrase),
                tokenFile,
                segmentBytesMax,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    /// The same with the root keys in the keystore: for what is made to be thrown away.
    public ArchiveSettings withoutToken() {
        return new ArchiveSettings(
                passphraseFile,
                passphraseSource,
                Optional.empty(),
                segmentBytesMax,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    public ArchiveSettings withSegmentBytesMax(long bytes) {
        return new ArchiveSettings(
                passphraseFile,
                passphraseSource,
                tokenFile,
                bytes,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    private static Optional<String> named(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(it -> !it.isBlank());
    }

    private static Path standardPassphraseFile(String storeId) {
        Optional<String> named = named(PASSPHRASE_VARIABLE);
        if (named.isPresent()) return Path.of(named.get());
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path folder = configuration == null || configuration.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configuration);
        return folder.resolve("muniment").resolve(storeId + ".passphrase");
    }
}
