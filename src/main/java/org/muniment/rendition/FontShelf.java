package org.muniment.rendition;

import java.nio.file.Path;
import java.util.List;

/// This is the fonts pages may use, in order of preference. Safe for use by several threads.
public final class FontShelf {
    private FontShelf() {}

    /// The fonts found in this machine's standard folders, and the one that ships.
    public static FontShelf ofThisMachine() {
        return of(List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts")));
    }

    /// The fonts found in these folders and below, and the one that ships.
    public static FontShelf of(List<Path> folders) {
        throw new IllegalStateException("not yet " + folders);
    }
}
