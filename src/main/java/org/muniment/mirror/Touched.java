package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
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

    /// Whether there is more to copy than so many files, or so many bytes.
    boolean isMoreThan(int filesMax, long bytesMax, Side source) {
        Map<Path, Long> now;
        synchronized (this) {
            now = Map.copyOf(files);
        }
        long bytes = 0;
        for (var file : now.entrySet())
            bytes += Math.max(0, bytesOf(source.at(file.getKey().toString())) - file.getValue());
        return now.size() > filesMax || bytes > bytesMax;
    }

    private static long bytesOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    synchronized void end() {
        watching = false;
        files.clear();
    }
}
