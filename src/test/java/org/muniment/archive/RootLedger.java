package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.SecretKey;

/// What people were told of the versions of the root key.
final class RootLedger {
    private final TreeSet<Integer> made = new TreeSet<>();
    private final TreeSet<Integer> destroyed = new TreeSet<>();
    private Optional<SecretKey> secret = Optional.empty();

    void made(int version) {
        made.add(version);
    }

    void destroyed(int version) {
        destroyed.add(version);
    }

    /// What must be true of an archive that was opened on a disk without faults: no change is half done, nothing that
    /// was destroyed came back, every change has its one entry in the log, and secrets have the same keys for ever.
    void judge(Archive archive) throws IOException {
        List<RootKeys.Version> versions = archive.rootKeys().versions();
        List<Integer> numbers = versions.stream().map(RootKeys.Version::number).toList();
        RootKeys.Version newest = versions.getLast();
        assertThat(versions.subList(0, versions.size() - 1)).allMatch(version -> version.segments() == 0);
        assertThat(numbers).noneMatch(destroyed::contains);
        if (!made.isEmpty()) assertThat(newest.number()).isGreaterThanOrEqualTo(made.last());
        List<LifecycleEvent> expected = new ArrayList<>();
        for (int number = 2; number <= newest.number(); number++) expected.add(event(RootKeys.ROTATED, number));
        for (int number = 1; number < newest.number(); number++)
            if (!numbers.contains(number)) expected.add(event(RootKeys.DESTROYED, number));
        assertThat(events(archive)).as("entries of changes").containsExactlyInAnyOrderElementsOf(expected);
        SecretKey now = archive.keyFor("a story's secrets");
        secret.ifPresent(before -> assertThat(now).as("the key of secrets").isEqualTo(before));
        secret = Optional.of(now);
    }

    private static LifecycleEvent event(String kind, int version) {
        return new LifecycleEvent(kind, "{\"root\":" + version + "}");
    }

    private static List<LifecycleEvent> events(Archive archive) throws IOException {
        List<LifecycleEvent> found = new ArrayList<>();
        try (var events = archive.events(new AccessionNumber(0))) {
            for (var next = events.next(); next.isPresent(); next = events.next()) {
                LifecycleEvent event = next.get().event();
                if (event.kind().equals(RootKeys.ROTATED) || event.kind().equals(RootKeys.DESTROYED)) found.add(event);
            }
        }
        return found;
    }
}
