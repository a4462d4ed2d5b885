package org.muniment.ingest;

/// This is told how far an import is: now and then, from the importing thread, with the totals so far.
@FunctionalInterface
public interface ImportProgress {
    void read(long messages, long bytes);

    static ImportProgress quiet() {
        return (messages, bytes) -> {};
    }
}
