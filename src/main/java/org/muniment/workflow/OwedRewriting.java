package org.muniment.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The database's file is to be written anew; an empty file beside it says so, through a stop of the machine.
record OwedRewriting(Path mark) {
    boolean isOwed() {
        return Files.exists(mark);
    }

    void owe() {
        try {
            if (!isOwed()) Files.createFile(mark);
            forceFolder();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Call it when the file has been written anew under its name.
    void settle() {
        try {
            // First: until the new file has the name for good, the rewriting is owed.
            forceFolder();
            Files.deleteIfExists(mark);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(mark.resolveSibling(""), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
