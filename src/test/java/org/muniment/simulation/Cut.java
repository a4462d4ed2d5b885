package org.muniment.simulation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One power cut: which of the unforced changes had reached the disk. All of them, none, or any part.
final class Cut {
    private final Random random;
    private final double sectors;
    private final double names;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Cut(Random random) {
        this.random = random;
        this.sectors = share(random);
        this.names = share(random);
    }

    private static double share(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> random.nextDouble();
            default -> 0.5;
        };
    }

    boolean isNew(Node node) {
        return seen.add(node);
    }

    boolean hadSector() {
        return random.nextDouble() < sectors;
    }

    boolean hadName() {
        return random.nextDouble() < names;
    }

    /// True if a rename had made the new name without taking the old one away.
    boolean leavesOldName() {
        return random.nextInt(4) == 0;
    }

    byte[] oneOf(List<byte[]> versions) {
        return versions.get(random.nextInt(versions.size()));
    }

    /// Returns any size between two; often one of them, or a whole number of sectors.
    int size(int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        if (from == to) return from;
        int any = from + random.nextInt(to - from + 1);
        return switch (random.nextInt(4)) {
            case 0 -> hadSector() ? other : one;
            case 1 -> Math.clamp(any - any % SimulatedFile.SECTOR_BYTES, from, to);
            case 2 -> other;
            default -> any;
        };
    }
}
