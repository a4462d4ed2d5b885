package org.muniment.mirror;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps every other archive out of the mirror's folder.
final class MirrorLock implements AutoCloseable {
    private static final String FILE = "mirror-lock";

    private Optional<FileChannel> held = Optional.empty();

    void take(Side mirror) throws IOException {
        close();
        var channel = FileChannel.open(mirror.at(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                held = Optional.of(channel);
                return;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw MirrorIsUnusable.inUse(mirror);
        }
        channel.close();
        throw MirrorIsUnusable.inUse(mirror);
    }

    @Override
    public void close() throws IOException {
        if (held.isPresent()) held.get().close();
        held = Optional.empty();
    }
}
