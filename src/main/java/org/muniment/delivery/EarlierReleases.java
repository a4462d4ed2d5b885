package org.muniment.delivery;

import java.util.List;

/// These are the releases of a request before a new one, and what they leave to it.
record EarlierReleases(List<Delivery> all) {
    EarlierReleases {
        all = List.copyOf(all);
    }

    /// Whether one is being prepared, or waits for its second person.
    boolean isOneOnTheTable() {
        return all.stream().anyMatch(EarlierReleases::isOnTheTable);
    }

    /// Which release of the request the next one is, from 1.
    int nextPart() {
        return 1 + (int) all.stream().filter(EarlierReleases::hasLeft).count();
    }

    /// A number that was on a page once is never on another, recalled or not.
    long nextNumber() {
        return all.stream()
                .filter(EarlierReleases::hasLeft)
                .mapToLong(one -> one.first().number() + one.pages())
                .max()
                .orElse(1);
    }

    private static boolean isOnTheTable(Delivery delivery) {
        return switch (delivery.state().kind()) {
            case PREPARING, PREPARED -> true;
            case FAILED, VOID, FINALISED, RECALLED -> false;
        };
    }

    private static boolean hasLeft(Delivery delivery) {
        return switch (delivery.state().kind()) {
            case FINALISED, RECALLED -> true;
            case PREPARING, PREPARED, FAILED, VOID -> false;
        };
    }
}
