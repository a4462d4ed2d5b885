package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which looks at a side that is behind are worth a try. A try that ended at files that are damaged or cannot be read
/// has read both disks whole, and the next would end there too: it waits twice as long each time, unless somebody
/// replaced one of the files, or a disk was away meanwhile.
final class Patience {
    /// With one every ten seconds, an hour.
    private static final int LOOKS_MAX = 360;

    private final Copies copies;
    private int pause = 1;
    private int left;
    private Map<Path, Optional<State>> waitedFor = Map.of();

    /// What a file is while nobody replaces it. It may grow: the archive goes on.
    private record State(Optional<Object> key, long size, long time) {
        boolean isOrGrewTo(State now) {
            return key.equals(now.key) && (now.size > size || (now.size == size && now.time == time));
        }
    }

    Patience(Copies copies) {
        this.copies = copies;
    }

    /// Asked once at each look.
    boolean isDue() {
        if (left == 0) return true;
        if (isAsItWas()) return --left == 0;
        begin();
        return true;
    }

    void begin() {
        pause = 1;
        left = 0;
        waitedFor = Map.of();
    }

    /// @param files those that kept the try from its end, as they are named on both sides
    void failedAt(Set<String> files) {
        left = pause;
        pause = Math.min(2 * pause, LOOKS_MAX);
        var states = new HashMap<Path, Optional<State>>();
        for (Side side : List.of(copies.data(), copies.mirror()))
            for (String file : files) states.put(side.at(file), state(side.at(file)));
        waitedFor = states;
    }

    private boolean isAsItWas() {
        if (copies.data().hasVanished() || copies.mirror().hasVanished()) return false;
        return waitedFor.entrySet().stream().allMatch(known -> {
            Optional<State> now = state(known.getKey());
            return known.getValue()
                    .map(was -> now.filter(was::isOrGrewTo).isPresent())
                    .orElse(now.isEmpty());
        });
    }

    private static Optional<State> state(Path file) {
        try {
            var is = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(
                    Optional.ofNullable(is.fileKey()),
                    is.size(),
                    is.lastModifiedTime().toMillis()));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
