package org.muniment.proof;

import java.nio.file.Path;

/// The place for a bundle holds something already, and a bundle never mixes with other files.
public final class OutputIsNotEmpty extends RuntimeException {
    OutputIsNotEmpty(Path out) {
        super(out + " exists and is not an empty folder. Name one that does not exist yet.");
    }
}
