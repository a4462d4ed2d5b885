package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muniment.merklelog.HistoryFile;

/// Which files of a store a stop may have left different in two copies of it, and how much of one is to be believed.
/// What is named here is all that opening a store relies on; tiles behind the last checkpoint are written again.
public final class FilesInDoubt {
    private static final int LAST_SEGMENTS = 2;
    private static final String TILES = "tile";

    private FilesInDoubt() {}

    /// Returns the keys, the ends of the log and of its history, and the last segments.
    public static List<Path> in(Path store) throws IOException {
        List<Path> files = new ArrayList<>(below(store.resolve("keys")));
        files.addAll(below(store.resolve("log")));
        List<Path> segments = segments(store.resolve("seg"));
        files.addAll(segments.subList(Math.max(0, segments.size() - LAST_SEGMENTS), segments.size()));
        return files;
    }

    /// Returns all segments below a folder, in order; the year in which one was made says nothing of that.
    static List<Path> segments(Path folder) throws IOException {
        return below(folder).stream()
                .filter(file -> file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX))
                .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                .toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) return files;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return inner.endsWith(TILES) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.toString().endsWith(".new")) files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /// Returns how many bytes from its beginning hold together: all of a file that is whole, none of one that is
    /// damaged, a segment's frames up to the first that is not good.
    public static long soundBytes(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.endsWith(StoreLayout.SEGMENT_SUFFIX)) return soundFrames(file);
            if (name.equals(HistoryFile.NAME)) return HistoryFile.soundBytes(file);
            requireSound(file, name);
            return Files.size(file);
        } catch (StoreIsDamaged damaged) {
            return 0;
        }
    }

    private static long soundFrames(Path file) throws IOException {
        if (Files.size(file) < SegmentHeader.SIZE_BYTES) return 0;
        SegmentTail tail = SegmentTail.read(file, Recovery.header(file).firstAccession());
        return tail.state() == SegmentTail.State.SEALED ? Files.size(file) : tail.end();
    }

    private static void requireSound(Path file, String name) throws IOException {
        Path keys = file.getParent();
        if (keys != null && keys.endsWith("keys/survivors")) Survivors.sound(file);
        if (keys == null || !keys.endsWith("keys")) return;
        switch (name) {
            case "segments" -> KeyTable.read(file);
            case "store" -> StoreIdentity.read(layout(keys));
            case "destructions" -> DestructionBook.read(file);
            case "duplicates" -> DuplicateKeys.read(file);
            case "secrets" -> StoreSecrets.read(layout(keys));
            case "token" -> TokenMarker.read(layout(keys));
            case "change" -> KeyChange.in(layout(keys));
            case "root.p12" -> requireKeystore(file, layout(keys));
            default -> {}
        }
    }

    private static StoreLayout layout(Path keys) {
        return new StoreLayout(keys.resolve("../..").toAbsolutePath().normalize());
    }

    private static void requireKeystore(Path file, StoreLayout layout) throws IOException {
        if (!Files.exists(layout.identity())) return;
        String found = StoreIdentity.sha256(Files.readAllBytes(file));
        boolean isUnderWay =
                KeyChange.in(layout).filter(it -> it.to().equals(found)).isPresent();
        if (!isUnderWay && !found.equals(StoreIdentity.read(layout).keystoreSha256()))
            throw new StoreIsDamaged(file + " is not the keystore that the store's identity names");
    }
}
