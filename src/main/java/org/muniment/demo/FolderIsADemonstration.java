package org.muniment.demo;

import java.nio.file.Path;

/// Refusal: the folder is a demonstration's, so the city's own mail has no place in it.
public final class FolderIsADemonstration extends RuntimeException {
    FolderIsADemonstration(Path folder) {
        super(folder + " is a demonstration's folder. Serve it with --demo, or name the city's own with --data.");
    }
}
