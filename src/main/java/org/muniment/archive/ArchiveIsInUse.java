package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;

/// Another process has the archive open; two writers would destroy it.
public final class ArchiveIsInUse extends IOException {
    ArchiveIsInUse(Path dataFolder) {
        super("Another process has the archive in " + dataFolder + " open; end it first, or ask it.");
    }
}
