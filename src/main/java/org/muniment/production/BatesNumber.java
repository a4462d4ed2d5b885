package org.muniment.production;

/// This is the number of one page of a release: the prefix and at least six digits, without gaps over the whole
/// release.
public record BatesNumber(BatesPrefix prefix, long number) {
    public BatesNumber {
        if (number < 1) throw new IllegalArgumentException("Bates numbers begin at 1: " + number);
    }

    BatesNumber plus(long pages) {
        return new BatesNumber(prefix, number + pages);
    }

    @Override
    public String toString() {
        return "%s%06d".formatted(prefix, number);
    }
}
