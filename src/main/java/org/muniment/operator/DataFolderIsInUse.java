package org.muniment.operator;

import java.nio.file.Path;

/// Another process holds the data folder, and it is no server that could be asked.
final class DataFolderIsInUse extends RuntimeException {
    DataFolderIsInUse(Path folder) {
        super("The data folder " + folder + " is in use by another muniment command. "
                + "Wait until it has finished, or stop it, and try again.");
    }
}
