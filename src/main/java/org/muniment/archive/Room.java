package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileStore;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

/// How much may still come in: what waits for the committer, and what is free on the disk.
final class Room {
    private static final int SEGMENTS_FREE_MIN = 2;

    private final FileStore disk;
    private final ArchiveSettings settings;
    private final Alarms alarms;
    private final AtomicLong queuedBytes = new AtomicLong();
    private volatile boolean diskLow;

    Room(FileStore disk, ArchiveSettings settings, Alarms alarms) throws IOException {
        this.disk = disk;
        this.settings = settings;
        this.alarms = alarms;
        look();
    }

    void queued(long bytes) {
        queuedBytes.addAndGet(bytes);
    }

    void unqueued(long bytes) {
        queuedBytes.addAndGet(-bytes);
    }

    boolean isDiskLow() {
        return diskLow;
    }

    void require() {
        if (diskLow) throw new ArchiveIsFull("The disk is nearly full; nothing new is taken until there is room.");
        if (queuedBytes.get() > settings.queueBytesMax())
            throw new ArchiveIsFull("The disk does not keep up; try again in a moment.");
    }

    /// Looks at the disk; called about once a second.
    void look() throws IOException {
        long free = disk.getUsableSpace();
        double shareMin = disk.getTotalSpace() * settings.diskFreeShareMin();
        boolean low = free < Math.max(shareMin, SEGMENTS_FREE_MIN * (double) settings.segmentBytesMax());
        if (low && !diskLow) alarms.raise(AlarmKind.DISK_LOW, "The archive's disk has " + (free >> 20) + " MiB left.");
        if (!low && diskLow) alarms.settle(AlarmKind.DISK_LOW);
        diskLow = low;
    }
}
