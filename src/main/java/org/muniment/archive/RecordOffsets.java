package org.muniment.archive;

import java.util.Arrays;

/// Where each record of a segment begins, in the order of their numbers. Safe for one writer and many readers.
final class RecordOffsets {
    /// Stands for a record that could not be found. No record begins there.
    static final long LOST = 0;

    private long[] offsets = new long[256];
    private int count;

    synchronized void add(long offset) {
        if (count == offsets.length) offsets = Arrays.copyOf(offsets, count * 2);
        offsets[count++] = offset;
    }

    synchronized long offset(int record) {
        if (record >= count) throw new IllegalStateException("the segment has no record " + record);
        return offsets[record];
    }

    synchronized int count() {
        return count;
    }
}
