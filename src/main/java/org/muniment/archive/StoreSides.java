package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a folder really is: in one place, or on each side of a mirror, which its file system tells as an attribute. A
/// check of one side goes by its real path, so that no other side answers for it.
final class StoreSides {
    /// The whole sides of a folder, each with a number that changes when it fell behind in between.
    private static final String SIDES = "mirrored:sides";

    private StoreSides() {}

    static boolean isMirrored(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("mirrored");
    }

    /// Returns the sides that have everything, the one that is read from first; a folder that is not mirrored is the
    /// only one.
    static Map<Path, Object> of(Path folder) throws IOException {
        if (!isMirrored(folder)) return Map.of(folder, 0);
        Map<Path, Object> sides = new LinkedHashMap<>();
        if (Files.getAttribute(folder, SIDES) instanceof Map<?, ?> found)
            found.forEach((side, era) -> sides.put((Path) side, era));
        return sides;
    }
}
