package org.muniment.operator;

import java.nio.file.Path;

/// Refusal: the folder has no archive in it, so there is nothing to ask.
final class NoArchiveIsThere extends RuntimeException {
    NoArchiveIsThere(Path folder) {
        super("There is no archive in " + folder
                + ". Name its data folder with --data; import or serve begin a new one.");
    }
}
