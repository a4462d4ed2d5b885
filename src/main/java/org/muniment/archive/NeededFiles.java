package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Files that a store needs, also when it has lost them: the segments and the keys of survivors that its key table
/// names, and the anchors. None of them is ever deleted while that is so.
public final class NeededFiles {
    private NeededFiles() {}

    /// Whether a store that has no file of this name needs one; `file` is where it would be.
    public static boolean isNeeded(Path store, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path folder = file.getParent();
        if (name.endsWith(StoreLayout.SEGMENT_SUFFIX)) return isSegmentNeeded(store, name);
        if (folder == null) return false;
        if (folder.endsWith("keys/survivors")) return areSurvivorsNeeded(store, name);
        // Written once, by others, and never again.
        return folder.endsWith("anchors") && !name.endsWith(".new");
    }

    private static boolean isSegmentNeeded(Path store, String name) throws IOException {
        long id;
        try {
            id = Long.parseLong(name.substring(0, name.length() - StoreLayout.SEGMENT_SUFFIX.length()));
        } catch (NumberFormatException notOurs) {
            return false;
        }
        Path table = table(store);
        if (!Files.notExists(table) && KeyTable.read(table).stream().noneMatch(row -> row.segmentId() == id))
            return false;
        // The year is that of its beginning, which may have been tried twice.
        return FilesInDoubt.segments(store.resolve("seg")).stream()
                .noneMatch(there -> name.equals(String.valueOf(there.getFileName())));
    }

    private static boolean areSurvivorsNeeded(Path store, String name) throws IOException {
        return KeyTable.read(table(store)).stream()
                .filter(row -> row.survivors() != KeyTable.NO_SURVIVORS)
                .anyMatch(row -> name.equals(String.format(Locale.ROOT, "%012d", row.survivors())));
    }

    private static Path table(Path store) {
        return store.resolve("keys/segments");
    }
}
