package org.muniment.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.MerkleLog;
import org.muniment.merklelog.TlogProof;

/// A bundle made file by file with the log's own key in hand: what an insider could make, honest or not.
final class HandmadeBundle {
    static final LogKey KEY = LogKey.of("archive.example.gov/log", LogKey.generatePair(new SecureRandom()));

    final Path folder;

    private HandmadeBundle(Path folder) {
        this.folder = folder;
    }

    static HandmadeBundle of(Path folder, Path logFolder, int logSize, int... items) throws IOException {
        HandmadeBundle bundle = new HandmadeBundle(folder);
        try (MerkleLog log = MerkleLog.open(logFolder, KEY)) {
            List<byte[]> entries = new ArrayList<>();
            for (long i = log.size(); i < logSize; i++) entries.add(entry((int) i));
            log.append(entries);
            Checkpoint checkpoint = log.publish();
            for (int item : items) bundle.item(item, new TlogProof(log.prove(item, logSize), checkpoint));
            bundle.write("checkpoint", checkpoint.bytes());
        }
        bundle.write("keys/log.pem", KEY.verifier().pem());
        bundle.write("keys/log.vkey", KEY.verifier() + "\n");
        for (String name : List.of("certificate.txt", "custody.csv")) bundle.write(name, name + "\n");
        bundle.write("completeness.txt", completeness(items));
        for (String name : List.of("verify.sh", "verify.py", "verify_timestamp.py")) bundle.write(name, resource(name));
        bundle.sign();
        return bundle;
    }

    private void item(int item, TlogProof proof) throws IOException {
        write("items/" + item + "/raw.eml", raw(item));
        write("items/" + item + "/salt.bin", salt(item));
        write("items/" + item + "/envelope.json", envelope(item));
        write("items/" + item + "/entry.txt", entry(item));
        write("items/" + item + "/record.tlog-proof", proof.bytes());
    }

    /// All entries of the log are captures, and nothing was destroyed.
    private static String completeness(int... items) {
        IntSummaryStatistics range = Arrays.stream(items).summaryStatistics();
        long entries = range.getMax() - range.getMin() + 1;
        return new CompletenessRange(
                        range.getMin(), range.getMax(), items.length, entries, 0, 0, 0, Collections.emptySortedMap())
                .text();
    }

    static String raw(int item) {
        return "Subject: message " + item + "\r\n\r\nbody\r\n".repeat(1 + item % 5);
    }

    private static byte[] salt(int item) {
        return sha256("salt " + item);
    }

    private static String envelope(int item) {
        return "{\"source\":\"test\",\"item\":" + item + "}";
    }

    static byte[] entry(int item) {
        return ("""
                archive.example.gov/log/entry/v1
                capture %d
                time 2026-08-22T13:44:35.123456Z
                source test
                size %d
                content sha256-salted %s
                envelope sha256-salted %s
                """.formatted(
                        item,
                        raw(item).length(),
                        HexFormat.of().formatHex(sha256(salt(item), raw(item).getBytes(StandardCharsets.UTF_8))),
                        HexFormat.of()
                                .formatHex(sha256(salt(item), envelope(item).getBytes(StandardCharsets.UTF_8)))))
                .getBytes(StandardCharsets.UTF_8);
    }

    void sign() throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                hashes.put(
                        folder.relativize(file).toString(), HexFormat.of().formatHex(sha256(Files.readAllBytes(file))));
        }
        hashes.keySet().removeIf(name -> name.startsWith("MANIFEST"));
        StringBuilder manifest = new StringBuilder();
        hashes.forEach(
                (name, hash) -> manifest.append(hash).append("  ").append(name).append('\n'));
        signManifest(manifest.toString());
    }

    void signManifest(String manifest) throws IOException {
        write("MANIFEST.sha256", manifest);
        write("MANIFEST.sha256.sig", KEY.sign(manifest).signatures().getFirst().bytes());
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = ProofBundle.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource).readAllBytes();
        }
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
