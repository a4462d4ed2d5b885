package org.muniment.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder a bundle is written to: under a name of its own beside the final one, for the owner's eyes only, and
/// given its name when it is complete. Closed before that, it is deleted.
final class BundleFolder implements AutoCloseable {
    static final String MANIFEST = "MANIFEST.sha256";

    private final Path out;
    private final Path draft;
    private final Map<String, String> hashes = new TreeMap<>();

    private BundleFolder(Path out, Path draft) {
        this.out = out;
        this.draft = draft;
    }

    static BundleFolder beside(Path wanted) throws IOException {
        Path out = wanted.toAbsolutePath().normalize();
        if (Files.exists(out) && !isEmptyFolder(out)) throw new OutputIsNotEmpty(wanted);
        Path parent = out.getParent();
        if (parent == null) throw new OutputIsNotEmpty(wanted);
        Files.createDirectories(parent);
        return new BundleFolder(out, Files.createTempDirectory(parent, out.getFileName() + ".incomplete-"));
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) return false;
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        Files.write(file, bytes);
        hashes.put(name, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Copies a stream and returns the SHA-256 of its bytes; `salted` is fed the same bytes.
    byte[] copy(String name, InputStream bytes, MessageDigest salted) throws IOException {
        MessageDigest plain = sha256();
        try (OutputStream file = Files.newOutputStream(file(name));
                OutputStream both = new DigestOutputStream(new DigestOutputStream(file, plain), salted)) {
            bytes.transferTo(both);
        }
        byte[] hash = plain.digest();
        hashes.put(name, HexFormat.of().formatHex(hash));
        return hash;
    }

    void makeExecutable(String name) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft.resolve(name), PosixFileAttributeView.class);
        if (view != null) view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Returns the hashes of all files written so far, as `sha256sum` prints and checks them.
    String manifest() {
        return hashes.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    void complete() throws IOException {
        Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String name) throws IOException {
        Path file = draft.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Deletes what was written, unless the bundle is complete.
    @Override
    public void close() throws IOException {
        if (!Files.exists(draft)) return;
        try (Stream<Path> files = Files.walk(draft)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
