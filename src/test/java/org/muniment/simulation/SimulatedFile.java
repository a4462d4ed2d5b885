package org.muniment.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file twice: as reads see it, in the page cache, and as it is on the disk. In between are the sectors that were
/// written and not forced; each may be on the disk as it was at the last force, as it is now, or as it was at any write
/// in between.
final class SimulatedFile implements Node {
    static final int SECTOR_BYTES = 512;

    private byte[] cache = new byte[SECTOR_BYTES];
    private byte[] disk = new byte[SECTOR_BYTES];
    private int size;
    private int diskSize;
    /// Behind it the disk's bytes are zero.
    private int diskEnd;
    /// The size on the disk once all that was changed since the last force is there.
    private int forcedSizeNext;
    private int sizeMin;
    private int sizeMax;
    private final BitSet dirty = new BitSet();
    /// Sectors whose force failed: reads show them, the disk may not have them, and no later force writes them.
    private final BitSet lost = new BitSet();
    private final Map<Integer, List<byte[]>> between = new HashMap<>();

    int size() {
        return size;
    }

    /// Returns how many bytes were read; -1 at the end.
    int read(byte[] into, int offset, int length, long position) {
        if (position >= size) return length == 0 ? 0 : -1;
        int count = (int) Math.min(length, size - position);
        System.arraycopy(cache, (int) position, into, offset, count);
        return count;
    }

    void write(byte[] from, int offset, int length, long position) {
        if (length == 0) return;
        int at = Math.toIntExact(position);
        int end = at + length;
        cache = atLeast(cache, end);
        int first = Math.min(at, size) / SECTOR_BYTES;
        for (int sector = first; sector * SECTOR_BYTES < end; sector++) touch(sector);
        System.arraycopy(from, offset, cache, at, length);
        size = Math.max(size, end);
        forcedSizeNext = Math.max(forcedSizeNext, end);
        sizeMax = Math.max(sizeMax, forcedSizeNext);
    }

    void truncate(long newSize) {
        if (newSize >= size) return;
        int end = (int) newSize;
        for (int sector = end / SECTOR_BYTES; sector * SECTOR_BYTES < size; sector++) touch(sector);
        Arrays.fill(cache, end, size, (byte) 0);
        size = end;
        forcedSizeNext = end;
        sizeMin = Math.min(sizeMin, end);
    }

    private void touch(int sector) {
        lost.clear(sector);
        if (dirty.get(sector))
            between.computeIfAbsent(sector, any -> new ArrayList<>()).add(cached(sector));
        dirty.set(sector);
    }

    private byte[] cached(int sector) {
        int from = sector * SECTOR_BYTES;
        return Arrays.copyOfRange(atLeast(cache, from + SECTOR_BYTES), from, from + SECTOR_BYTES);
    }

    void force() {
        for (int sector = dirty.nextSetBit(0); sector >= 0; sector = dirty.nextSetBit(sector + 1))
            put(sector, cached(sector));
        setDiskSize(forcedSizeNext);
        clean();
    }

    /// The pages are clean from now on, whether or not they were written.
    void failForce(Cut cut) {
        lost.or(dirty);
        settle(cut);
    }

    @Override
    public void cutPower(Cut cut) {
        if (!cut.isNew(this)) return;
        settle(cut);
        cache = Arrays.copyOf(disk, disk.length);
        size = diskSize;
        lost.clear();
    }

    /// The kernel needed the memory: what it takes for clean is read from the disk again.
    void evict() {
        for (int sector = lost.nextSetBit(0); sector >= 0; sector = lost.nextSetBit(sector + 1)) {
            int from = sector * SECTOR_BYTES;
            cache = atLeast(cache, from + SECTOR_BYTES);
            disk = atLeast(disk, from + SECTOR_BYTES);
            System.arraycopy(disk, from, cache, from, SECTOR_BYTES);
        }
        lost.clear();
    }

    /// Decides what of the unforced changes is on the disk.
    private void settle(Cut cut) {
        for (int sector = dirty.nextSetBit(0); sector >= 0; sector = dirty.nextSetBit(sector + 1)) {
            if (!cut.hadSector()) continue;
            List<byte[]> versions = new ArrayList<>(between.getOrDefault(sector, List.of()));
            versions.add(cached(sector));
            put(sector, cut.hadSector() ? versions.getLast() : cut.oneOf(versions));
        }
        int any = cut.size(sizeMin, sizeMax);
        setDiskSize(cut.hadSector() ? forcedSizeNext : any);
        clean();
    }

    /// What lies beyond the end is never shown again, whatever the file is made longer by.
    private void setDiskSize(int bytes) {
        disk = atLeast(disk, bytes);
        Arrays.fill(disk, bytes, Math.max(bytes, diskEnd), (byte) 0);
        diskSize = bytes;
        diskEnd = bytes;
    }

    private void clean() {
        dirty.clear();
        between.clear();
        forcedSizeNext = diskSize;
        sizeMin = diskSize;
        sizeMax = diskSize;
    }

    private void put(int sector, byte[] bytes) {
        int from = sector * SECTOR_BYTES;
        disk = atLeast(disk, from + SECTOR_BYTES);
        System.arraycopy(bytes, 0, disk, from, SECTOR_BYTES);
        diskEnd = Math.max(diskEnd, from + SECTOR_BYTES);
    }

    /// One bit turns over in the medium itself.
    void rot(long bit) {
        int at = (int) (bit / 8);
        disk[at] ^= (byte) (1 << bit % 8);
        cache[at] = disk[at];
    }

    private static byte[] atLeast(byte[] bytes, int length) {
        if (length <= bytes.length) return bytes;
        int sectors = Math.ceilDiv(Math.max(length, bytes.length * 2), SECTOR_BYTES);
        return Arrays.copyOf(bytes, sectors * SECTOR_BYTES);
    }
}
