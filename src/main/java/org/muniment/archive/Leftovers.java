package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a killed process may have left in the page cache alone. To the next process a name that was never forced looks
/// like any other: without this, it would go on in a file that a power cut takes away.
final class Leftovers {
    private static final int YEARS_DEPTH = 1;
    // An origin is a name and an id, with a slash between them.
    private static final int ORIGIN_DEPTH = 2;

    private Leftovers() {}

    /// Forces every folder whose names are about to be believed. The tiles' folders are the log's own matter: it forces
    /// those it goes on in.
    static void force(StoreLayout layout) throws IOException {
        Path data = layout.dataFolder();
        Path parent = data.getParent();
        if (parent != null) DurableFiles.forceOwnFolder(parent);
        for (Path folder : List.of(data, layout.store(), layout.keys())) DurableFiles.forceOwnFolder(folder);
        forceWithFolders(layout.segments(), YEARS_DEPTH);
        forceWithFolders(layout.logs(), ORIGIN_DEPTH);
    }

    private static void forceWithFolders(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) return;
        DurableFiles.forceOwnFolder(folder);
        if (depth == 0) return;
        try (var inner = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path next : inner) forceWithFolders(next, depth - 1);
        }
    }
}
