package org.muniment.testimony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.muniment.archive.ArchiveSettings;

/// This is what governs capture here, in lines, with a hash over them: two certificates with the same hash were
/// made under the same settings.
///
/// @param lines `name value`, in a fixed order
public record CaptureConfiguration(List<String> lines) {
    private static final String FORMAT = "muniment/capture-configuration/v1";
    private static final String JOURNAL_ADDRESSES = "journal-addresses.txt";

    public CaptureConfiguration {
        lines = List.copyOf(lines);
    }

    public static CaptureConfiguration of(Path dataFolder, ArchiveSettings settings, String version)
            throws IOException {
        Path addresses = dataFolder.resolve(JOURNAL_ADDRESSES);
        return new CaptureConfiguration(List.of(
                "program " + version,
                "largest-message-bytes " + ArchiveSettings.MESSAGE_BYTES_MAX,
                "segment-bytes " + settings.segmentBytesMax(),
                "segment-seconds " + settings.segmentAgeMax().toSeconds(),
                "checkpoint-milliseconds " + settings.publishEvery().toMillis(),
                "disk-free-share " + settings.diskFreeShareMin(),
                JOURNAL_ADDRESSES + " "
                        + (Files.exists(addresses) ? "sha256 " + sha256(Files.readAllBytes(addresses)) : "none")));
    }

    /// SHA-256 over the format's name and the lines, each with its line feed.
    public String hash() {
        return sha256((FORMAT + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
