package org.muniment.archive;

import java.util.BitSet;
import java.util.TreeMap;

/// This is a set of accession numbers, mostly in runs: a bit for each, in pages of 65,536. Any thread may add.
public final class AccessionSet {
    private static final int PAGE_BITS = 16;

    private final TreeMap<Long, BitSet> pages = new TreeMap<>();

    public synchronized void add(AccessionNumber number) {
        pages.computeIfAbsent(number.index() >> PAGE_BITS, _ -> new BitSet()).set(place(number.index()));
    }

    public synchronized boolean contains(AccessionNumber number) {
        BitSet page = pages.get(number.index() >> PAGE_BITS);
        return page != null && page.get(place(number.index()));
    }

    public synchronized boolean isEmpty() {
        return pages.isEmpty();
    }

    /// The least number; throws [java.util.NoSuchElementException] if there is none.
    public synchronized AccessionNumber first() {
        var page = pages.entrySet().iterator().next();
        return new AccessionNumber(
                (page.getKey() << PAGE_BITS) + page.getValue().nextSetBit(0));
    }

    /// The greatest number; throws [java.util.NoSuchElementException] if there is none.
    public synchronized AccessionNumber last() {
        var page = pages.descendingMap().entrySet().iterator().next();
        return new AccessionNumber(
                (page.getKey() << PAGE_BITS) + page.getValue().length() - 1);
    }

    private static int place(long index) {
        return (int) (index & ((1 << PAGE_BITS) - 1));
    }
}
