package org.muniment.mirror;

import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;

/// A side cannot be brought up to date: the other one has files that are damaged or cannot be read, and nothing better
/// is known of. All else was copied.
final class SourceIsDamaged extends IOException {
    private final transient Set<String> files;

    /// @param unreadable the files, each with what is wrong
    SourceIsDamaged(Side source, SortedMap<String, String> unreadable) {
        super("%d files of %s are damaged or cannot be read, among them %s: %s"
                .formatted(
                        unreadable.size(),
                        source.name(),
                        unreadable.firstKey(),
                        unreadable.get(unreadable.firstKey())));
        this.files = Set.copyOf(unreadable.keySet());
    }

    Set<String> files() {
        return files;
    }
}
