package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// This process or this machine has run out of something that no disk is to blame for: descriptors, memory. The kernel
/// says so in words only (open(2): EMFILE, ENFILE, ENOMEM), which Java hands on.
final class Shortage {
    private static final Set<String> WORDS =
            Set.of("Too many open files", "Too many open files in system", "Cannot allocate memory");

    private Shortage() {}

    static boolean is(IOException failure) {
        String reason = failure instanceof FileSystemException of ? of.getReason() : null;
        return isSaid(failure.getMessage()) || isSaid(reason);
    }

    private static boolean isSaid(@Nullable String words) {
        return words != null && WORDS.contains(words);
    }
}
