package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;

/// The keys of the table that recognises captures delivered twice. Those for SMTP rotate every week and are gone a week
/// later, with what they confirmed.
final class DuplicateKeys {
    /// A mail server gives up after days; a week is what is recognised.
    static final Duration SMTP_RETRY = Duration.ofDays(7);

    static final String IMPORT = "import";

    private static final String FIRST_LINE = "muniment duplicate keys v1";

    private final Path file;
    private final SecureRandom random;
    private volatile List<Generation> generations;

    /// One key, and the table that it is for.
    static final class Generation {
        private final String name;
        private final String keyHex;
        private final Mac mac;

        /// @param name of the table: `import`, or the day an SMTP key began, in days since 1970
        Generation(String name, String keyHex) {
            this.name = name;
            this.keyHex = keyHex;
            this.mac = Primitives.hmacSha256(HexFormat.of().parseHex(keyHex));
        }

        String name() {
            return name;
        }

        /// Returns the first 8 bytes of HMAC-SHA-256: enough to find a candidate, which is then compared itself.
        long fingerprint(CaptureIdentity identity) {
            return ByteBuffer.wrap(Primitives.copy(mac).doFinal(identity.bytes()))
                    .getLong();
        }

        private boolean isSmtp() {
            return !name.equals(IMPORT);
        }

        private long beganDay() {
            return Long.parseLong(name);
        }
    }

    private DuplicateKeys(Path file, SecureRandom random, List<Generation> generations) {
        this.file = file;
        this.random = random;
        this.generations = List.copyOf(generations);
    }

    static DuplicateKeys open(Path file, SecureRandom random, Instant now) throws IOException {
        var keys = new DuplicateKeys(file, random, Files.exists(file) ? read(file) : List.of());
        if (keys.generations.isEmpty()) keys.replace(List.of(keys.newGeneration(IMPORT)));
        keys.rotate(now);
        return keys;
    }

    static List<Generation> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        TextFormat.refuseNewer(text, file);
        int checksumAt = text.lastIndexOf("crc32c ");
        if (!text.startsWith(FIRST_LINE)
                || checksumAt < 0
                || !text.substring(checksumAt).equals(TextFormat.checksum(text.substring(0, checksumAt))))
            throw new StoreIsDamaged(file + ": the keys that recognise duplicates are not what was written");
        return text.substring(0, checksumAt)
                .lines()
                .skip(1)
                .map(line -> line.split(" ", 2))
                .map(line -> new Generation(line[0], line[1]))
                .toList();
    }

    /// Returns the generation that new captures are entered under.
    Generation current(Channel channel) {
        List<Generation> all = generations;
        return channel == Channel.FILE_IMPORT ? all.getFirst() : all.getLast();
    }

    /// Returns every generation under which such a capture may stand, the newest first.
    List<Generation> all(Channel channel) {
        if (channel == Channel.FILE_IMPORT) return List.of(generations.getFirst());
        return generations.stream().filter(Generation::isSmtp).toList().reversed();
    }

    /// Begins a new generation when it is due and forgets those no retry can need. True if anything changed.
    boolean rotate(Instant now) throws IOException {
        long today = now.getEpochSecond() / Duration.ofDays(1).toSeconds();
        List<Generation> smtp = generations.stream().filter(Generation::isSmtp).toList();
        if (!smtp.isEmpty() && today < smtp.getLast().beganDay() + SMTP_RETRY.toDays()) return false;
        List<Generation> kept = new ArrayList<>();
        kept.add(generations.getFirst());
        if (!smtp.isEmpty() && today < smtp.getLast().beganDay() + 2 * SMTP_RETRY.toDays()) kept.add(smtp.getLast());
        kept.add(newGeneration(Long.toString(today)));
        replace(kept);
        return true;
    }

    List<String> names() {
        return generations.stream().map(Generation::name).toList();
    }

    private Generation newGeneration(String name) {
        byte[] key = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(key);
        return new Generation(name, HexFormat.of().formatHex(key));
    }

    private void replace(List<Generation> changed) throws IOException {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        for (var generation : changed)
            text.append(generation.name()).append(' ').append(generation.keyHex).append('\n');
        String checksum = TextFormat.checksum(text.toString());
        DurableFiles.replace(file, text.append(checksum).toString().getBytes(StandardCharsets.ISO_8859_1));
        generations = List.copyOf(changed);
    }
}
