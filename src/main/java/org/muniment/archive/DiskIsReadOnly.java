package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The system lets nothing be written to the disk: it was mounted so, or the kernel made it so after errors.
public final class DiskIsReadOnly extends IOException {
    private static final String REASON = "Read-only file system";

    private DiskIsReadOnly(Path folder, IOException cause) {
        super(sentence(folder.toString()), cause);
    }

    /// Returns this refusal if that is why something in a folder could not be written, else the failure itself.
    public static IOException orElse(IOException failure, Path folder) {
        return isReason(failure) || isMountedReadOnly(folder) ? new DiskIsReadOnly(folder, failure) : failure;
    }

    static boolean isReason(Exception failure) {
        return String.valueOf(failure.getMessage()).contains(REASON);
    }

    // The reason above may be in the language of the system.
    private static boolean isMountedReadOnly(Path folder) {
        try {
            return Files.getFileStore(folder).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    static String sentence(String place) {
        return "The disk of " + place
                + " is read-only: the system lets nothing be written. See the system's log for why,"
                + " mount the disk writable and start Muniment again; mail servers keep what was not acknowledged.";
    }
}
