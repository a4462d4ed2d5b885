package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.SecretFiles;

/// All of a data folder but the two stores, the database, and what is built again: settings,
/// certificates, releases, reports, files of requests. What is restored has no mirror: the old one is the old
/// archive's.
record OtherFiles(Path dataFolder) {
    private static final Set<String> LEFT = Set.of(
            "store",
            "audit",
            "index",
            "duplicates",
            "escrows",
            "spool",
            "temporary",
            "lock",
            "mirror-state",
            "mirror-behind");

    /// Copies what is new or was changed; returns all.
    ///
    /// @param leftOut takes a sentence for each link behind which nothing could be copied
    List<CopiedFile> copy(Path to, Path staged, Function<Path, Optional<CopiedFile>> known, Consumer<String> leftOut)
            throws IOException {
        List<CopiedFile> copied = new ArrayList<>();
        DataFiles found = DataFiles.in(dataFolder, to, LEFT);
        found.leftOut().forEach(leftOut);
        for (Path file : found.files()) {
            if (!isTaken(file)) continue;
            String path = dataFolder.relativize(file).toString();
            Optional<CopiedFile> before = known.apply(to.resolve(path)).filter(it -> isSame(file, it.file()));
            if (before.isPresent()) {
                copied.add(before.get());
                continue;
            }
            try {
                // Wherever somebody put a copy of the root keys: it stays at home.
                if (SecretFiles.isKeystore(file)) continue;
                CopiedFile now = CopiedFile.of(file, staged.resolve(path));
                Files.setLastModifiedTime(now.file(), Files.getLastModifiedTime(file));
                copied.add(now);
            } catch (NoSuchFileException goneMeanwhile) {
                // Its owner deleted it: a copy made a moment later would not have it either.
            }
        }
        return copied;
    }

    private boolean isTaken(Path file) {
        // The database is copied by itself: its file is never at rest.
        return !dataFolder.resolve("workflow").equals(file.getParent())
                || !file.getFileName().toString().startsWith("muniment.");
    }

    /// As rsync judges it: a file that was written to has another time.
    private static boolean isSame(Path file, Path copy) {
        try {
            return Files.size(file) == Files.size(copy)
                    && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copy));
        } catch (IOException gone) {
            return false;
        }
    }
}
