package org.muniment.mirror;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// One file's channels, one for each side, opened when they are needed: a side that fell behind and is whole again has
/// another file by then.
final class SideChannels implements AutoCloseable {
    private final String file;
    private final Set<OpenOption> again;
    private final Map<Pairing.Role, Opened> opened = new EnumMap<>(Pairing.Role.class);
    private boolean closed;

    private record Opened(FileChannel channel, int era) {}

    /// @param again how the file is opened that is there already
    SideChannels(String file, Set<OpenOption> again) {
        this.file = file;
        this.again = again;
    }

    synchronized FileChannel open(Side side, Set<? extends OpenOption> options) throws IOException {
        int era = side.era();
        var channel = FileChannel.open(side.at(file), options);
        opened.put(side.role(), new Opened(channel, era));
        return channel;
    }

    synchronized FileChannel on(Side side) throws IOException {
        if (closed) throw new ClosedChannelException();
        Opened there = opened.get(side.role());
        if (there != null && there.era == side.era()) return there.channel;
        if (there != null) closeQuietly(there.channel);
        return open(side, again);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ofADiskThatIsGone) {
            return;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(one -> closeQuietly(one.channel));
    }
}
