package org.muniment.delivery;

import java.time.Instant;
import java.util.List;
import org.muniment.access.Actor;
import org.muniment.production.BatesNumber;
import org.muniment.production.BatesPrefix;

/// These are the releases of a request before a new one, and what they leave to it.
record EarlierReleases(List<Delivery> all) {
    EarlierReleases {
        all = List.copyOf(all);
    }

    /// Whether one is being prepared, or waits for its second person.
    boolean isOneOnTheTable() {
        return all.stream().anyMatch(EarlierReleases::isOnTheTable);
    }

    /// The release that begins now.
    Delivery next(Covered covered, Delivery.IndexNames names, Actor by, Instant now) {
        var request = covered.request();
        return new Delivery(
                new DeliveryId(0),
                request.id(),
                nextPart(),
                covered.extent(),
                names,
                new BatesNumber(new BatesPrefix(request.label() + "-"), nextNumber()),
                0,
                0,
                covered.sha256(),
                by.person(),
                by.name(),
                now,
                new DeliveryState.Preparing(now));
    }

    private int nextPart() {
        return 1 + (int) all.stream().filter(EarlierReleases::hasLeft).count();
    }

    /// A number that was on a page once is never on another, recalled or not.
    private long nextNumber() {
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
