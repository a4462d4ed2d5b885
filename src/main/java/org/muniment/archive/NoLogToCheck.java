package org.muniment.archive;

import java.nio.file.Path;

/// Refusal: there is nothing in this folder that a third party could check.
public final class NoLogToCheck extends RuntimeException {
    NoLogToCheck(Path folder) {
        super("There is no log of this key in " + folder
                + ". Name a copy of the data folder, or of the log's own folder"
                + " (the one with \"checkpoint\"), and the key of the archive it was copied from.");
    }
}
