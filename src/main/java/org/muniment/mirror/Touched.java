package org.muniment.mirror;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What changes while a side is made equal again, and from which byte on.
final class Touched {
    private boolean watching;
    private Map<Path, Long> files = new TreeMap<>();

    synchronized void begin() {
        watching = true;
        files.clear();
    }

    synchronized void note(Path file, long from) {
        if (watching) files.merge(file, from, Math::min);
    }

    synchronized Map<Path, Long> take() {
        Map<Path, Long> taken = files;
        files = new TreeMap<>();
        return taken;
    }

    synchronized int size() {
        return files.size();
    }

    synchronized void end() {
        watching = false;
        files.clear();
    }
}
