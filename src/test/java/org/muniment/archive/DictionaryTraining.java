package org.muniment.archive;

import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// Made the dictionary that ships: run its main with the file to write. Trained on mail that nobody wrote, see
/// [SyntheticMail], and on envelopes as this program writes them. A dictionary that has shipped is never changed; a
/// better one gets the next number.
final class DictionaryTraining {
    private static final long SEED = 20261123;
    private static final int SAMPLES = 12_000;
    private static final int SAMPLE_BYTES_MAX = 8 << 10;
    private static final int DICTIONARY_BYTES = 110_000;

    private DictionaryTraining() {}

    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), train());
    }

    static byte[] train() {
        var trainer = new ZstdDictTrainer(SAMPLES * SAMPLE_BYTES_MAX, DICTIONARY_BYTES, Dictionary.LEVEL);
        var random = new Random(SEED);
        var mail = new SyntheticMail(random);
        for (int i = 0; i < SAMPLES; i++) trainer.addSample(sample(mail, random));
        return trainer.trainSamples();
    }

    private static byte[] sample(SyntheticMail mail, Random random) {
        byte[] salt = new byte[RecordSecrets.SALT_BYTES];
        random.nextBytes(salt);
        byte[] head = RecordContent.head(salt, EnvelopeText.of(mail.envelope(Instant.parse("2026-03-02T08:00:00Z"))));
        byte[] raw = mail.message().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(SAMPLE_BYTES_MAX, head.length + raw.length);
        byte[] sample = new byte[length];
        System.arraycopy(head, 0, sample, 0, Math.min(length, head.length));
        if (length > head.length) System.arraycopy(raw, 0, sample, head.length, length - head.length);
        return sample;
    }
}
