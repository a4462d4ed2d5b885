package org.muniment.demo;

import java.nio.file.Path;

/// Refusal: the folder holds something that no demonstration put there.
public final class FolderIsNotADemonstration extends RuntimeException {
    FolderIsNotADemonstration(Path folder) {
        super(folder
                + " is not a demonstration's folder, and none is made of it. Name a new or empty one with --data.");
    }
}
