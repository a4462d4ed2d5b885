package org.muniment.archive;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;

/// This is what may differ from one archive to another.
///
/// @param passphraseFile where the keystore's passphrase is, given the store's id: outside the data folder
/// @param passphraseSource where it is if not in that file
/// @param segmentBytesMax size at which a segment is sealed
/// @param segmentAgeMax age at which a segment is sealed
/// @param queueBytesMax what may wait for the disk before new messages are put off
/// @param diskFreeShareMin share of the disk below which new messages are put off
/// @param publishEvery how often, at most, a checkpoint is signed
/// @param random source of keys, salts and ids
public record ArchiveSettings(
        Function<String, Path> passphraseFile,
        PassphraseSource passphraseSource,
        long segmentBytesMax,
        Duration segmentAgeMax,
        long queueBytesMax,
        double diskFreeShareMin,
        Duration publishEvery,
        SecureRandom random) {
    /// The one size limit, advertised and enforced.
    public static final long MESSAGE_BYTES_MAX = 512L << 20;

    private static final String PASSPHRASE_VARIABLE = "MUNIMENT_PASSPHRASE_FILE";

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
                segmentBytesMax,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    /// Safe defaults. The passphrase is in `MUNIMENT_PASSPHRASE`, else in the file that
    /// `MUNIMENT_PASSPHRASE_FILE` names, or in the user's configuration folder, else it is asked
    /// for at the terminal.
    public static ArchiveSettings standard() {
        return new ArchiveSettings(
                ArchiveSettings::standardPassphraseFile,
                PassphraseSource.standard(),
                512L << 20,
                Duration.ofHours(24),
                64L << 20,
                0.05,
                Duration.ofSeconds(1),
                new SecureRandom());
    }

    public ArchiveSettings withPassphraseFile(Path file) {
        return new ArchiveSettings(
                storeId -> file, segmentBytesMax, segmentAgeMax, queueBytesMax, diskFreeShareMin, publishEvery, random);
    }

    /// The same with a passphrase that is known, or in the same file.
    ArchiveSettings withPassphrase(Passphrase passphrase) {
        if (passphrase.file().isPresent())
            return withPassphraseFile(passphrase.file().get());
        return new ArchiveSettings(
                passphraseFile,
                PassphraseSource.known(passphrase),
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
                bytes,
                segmentAgeMax,
                queueBytesMax,
                diskFreeShareMin,
                publishEvery,
                random);
    }

    private static Path standardPassphraseFile(String storeId) {
        String named = System.getenv(PASSPHRASE_VARIABLE);
        if (named != null && !named.isBlank()) return Path.of(named);
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path folder = configuration == null || configuration.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configuration);
        return folder.resolve("muniment").resolve(storeId + ".passphrase");
    }
}
