package org.muniment.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// One of the two copies: a folder on a disk of its own.
final class Side {
    private static final String STATE = "mirror-state";
    static final String BEHIND = "mirror-behind";

    private final Pairing.Role role;
    private final Path root;
    private volatile boolean whole;
    private final AtomicInteger era = new AtomicInteger();

    Side(Pairing.Role role, Path root) {
        this.role = role;
        this.root = root;
    }

    Pairing.Role role() {
        return role;
    }

    Path root() {
        return root;
    }

    /// What people call it.
    String name() {
        return role.words() + " " + root;
    }

    /// Whether it has all that was acknowledged.
    boolean isWhole() {
        return whole;
    }

    /// Goes up each time the side is whole again: channels from before it are of no use.
    int era() {
        return era.get();
    }

    void becomeWhole() {
        era.incrementAndGet();
        whole = true;
    }

    void fallBehind() {
        whole = false;
    }

    Path at(String relative) {
        return relative.isEmpty() ? root : root.resolve(relative);
    }

    /// Whether its folder is there no more: a disk that was taken out leaves an empty place.
    boolean hasVanished() {
        return !Files.exists(root.resolve(STATE));
    }

    Optional<Pairing> pairing() throws IOException {
        Path file = root.resolve(STATE);
        if (!Files.exists(file)) return Optional.empty();
        return Optional.of(Pairing.read(file.toString(), Files.readAllBytes(file)));
    }

    Pairing requirePairing() throws IOException {
        return pairing().orElseThrow(() -> new IOException(name() + " has vanished"));
    }

    /// Replaces the pairing; it is on disk on return.
    void write(Pairing pairing) throws IOException {
        replace(root.resolve(STATE), pairing.encoded());
    }

    /// Whether it is known here that the other one went on alone.
    boolean saysBehind() {
        return Files.exists(root.resolve(BEHIND));
    }

    /// Says here as well that the other one goes on alone, if this disk takes that; what counts is on the other one's.
    void sayBehind() {
        if (hasVanished() || saysBehind()) return;
        try {
            replace(root.resolve(BEHIND), (name() + " fell behind\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException itsDiskFails) {
            // It is tried again whenever the side is looked at.
            return;
        }
    }

    /// On disk on return.
    void sayWhole() throws IOException {
        if (Files.deleteIfExists(root.resolve(BEHIND))) forceFolder(root);
    }

    static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            long at = 0;
            while (bytes.hasRemaining()) at += channel.write(bytes, at);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folderOf(file));
    }

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /// Makes a folder and those above it; each is on disk on return.
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        makeFolder(folderOf(folder));
        Files.createDirectory(folder);
        forceFolder(folderOf(folder));
    }

    /// The folders from a file's up to the side's own: one that is there may never have been forced into its own.
    List<Path> foldersOf(Path file) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = folderOf(file); folder.startsWith(root); folder = folderOf(folder)) folders.add(folder);
        return folders;
    }

    /// Names every file below a folder of it. The log last: what it was signed for is there before it. What goes while
    /// this looks is named all the same.
    List<String> files(String folder) throws IOException {
        Path top = at(folder);
        List<String> files = new ArrayList<>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (!(failure instanceof NoSuchFileException) || file.equals(top)) throw failure;
                files.add(root.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing((String file) -> file.startsWith(folder + "/log/"))
                .thenComparing(Comparator.naturalOrder()));
        return files;
    }

    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
