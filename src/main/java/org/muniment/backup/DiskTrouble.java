package org.muniment.backup;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// What is wrong with the disk that a backup or a restore writes to, as far as the system says it.
final class DiskTrouble {
    private DiskTrouble() {}

    /// Written or renamed by name, or through an open file: the reason is the system's.
    static boolean isFull(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) return true;
        return false;
    }

    /// Whether nothing may be written to a folder; what happens on other disks is another matter.
    static boolean isReadOnly(Exception failure, Path folder) {
        return failure instanceof FileSystemException refused
                && refused.getFile() != null
                && isIn(Path.of(refused.getFile()), folder)
                && (refused instanceof AccessDeniedException
                        || String.valueOf(refused.getReason()).contains("Read-only file system"));
    }

    /// A folder that cannot be made is named by what is above it, or by itself.
    private static boolean isIn(Path file, Path folder) {
        Path place = file.toAbsolutePath().normalize();
        return place.startsWith(folder) || folder.startsWith(place);
    }
}
