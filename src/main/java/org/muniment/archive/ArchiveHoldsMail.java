package org.muniment.archive;

/// Refusal: an archive that has entries cannot become a demonstration.
public final class ArchiveHoldsMail extends RuntimeException {
    ArchiveHoldsMail(long size) {
        super("This archive has %,d entries, so it cannot become a demonstration. Name a new folder.".formatted(size));
    }
}
