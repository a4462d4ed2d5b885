package org.muniment.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A folder twice: the names a process sees, and those on the disk. Each change of a name that was not forced may be on
/// the disk or not, whatever came before or after it.
final class SimulatedFolder implements Node {
    private TreeMap<String, Node> cache = new TreeMap<>();
    private TreeMap<String, Node> disk = new TreeMap<>();
    private final List<Change> unforced = new ArrayList<>();

    /// A name that now stands for a node, or for nothing.
    ///
    /// @param from the name it had before, of a rename
    private record Change(String name, Optional<Node> node, Optional<String> from) {}

    @Nullable
    Node find(String name) {
        return cache.get(name);
    }

    List<String> names() {
        return List.copyOf(cache.keySet());
    }

    Iterable<Node> nodes() {
        return cache.values();
    }

    boolean isEmpty() {
        return cache.isEmpty();
    }

    void add(String name, Node node) {
        cache.put(name, node);
        unforced.add(new Change(name, Optional.of(node), Optional.empty()));
    }

    void remove(String name) {
        cache.remove(name);
        unforced.add(new Change(name, Optional.empty(), Optional.empty()));
    }

    void rename(String from, String to) {
        Node node = cache.remove(from);
        if (node == null) throw new IllegalStateException("nothing is named " + from);
        cache.put(to, node);
        unforced.add(new Change(to, Optional.of(node), Optional.of(from)));
    }

    void force() {
        disk = new TreeMap<>(cache);
        unforced.clear();
    }

    @Override
    public void cutPower(Cut cut) {
        if (!cut.isNew(this)) return;
        for (Change change : unforced) if (cut.hadName()) apply(change, cut);
        unforced.clear();
        cache = new TreeMap<>(disk);
        for (Node node : disk.values()) node.cutPower(cut);
    }

    /// A rename puts the new name in place in one step: what it stood for before is there, or what it stands for now.
    private void apply(Change change, Cut cut) {
        change.from.filter(name -> !cut.leavesOldName()).ifPresent(disk::remove);
        change.node.ifPresentOrElse(node -> disk.put(change.name, node), () -> disk.remove(change.name));
    }
}
