package org.muniment.archive;

/// This is the number under which the archive took something into custody: its index, from 0, in the transparency log.
/// With the log's origin it is what the index, the audit trail and a court exhibit all say.
public record AccessionNumber(long index) implements Comparable<AccessionNumber> {
    public AccessionNumber {
        if (index < 0) throw new IllegalArgumentException("an accession number is not negative: " + index);
    }

    @Override
    public int compareTo(AccessionNumber other) {
        return Long.compare(index, other.index);
    }

    @Override
    public String toString() {
        return Long.toString(index);
    }
}
