package org.muniment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.merklelog.Checkpoint;

/// What people outside the archive were told: which message is kept under which number, and each checkpoint they saw.
final class Ledger {
    private final Map<Long, Kept> kept = new TreeMap<>();
    private final List<Checkpoint> shown = new ArrayList<>();
    private final RootLedger roots = new RootLedger();

    sealed interface Kept {
        record Message(byte[] raw, Envelope envelope) implements Kept {}

        record Repetition(long original, byte[] raw) implements Kept {}

        record Event(LifecycleEvent event) implements Kept {}
    }

    void acknowledged(Receipt receipt, byte[] raw, Envelope envelope) {
        switch (receipt) {
            case Receipt.Captured captured -> add(captured.accession(), new Kept.Message(raw, envelope));
            case Receipt.Duplicate again ->
                add(again.accession(), new Kept.Repetition(again.original().index(), raw));
        }
    }

    void recorded(AccessionNumber number, LifecycleEvent event) {
        add(number, new Kept.Event(event));
    }

    private void add(AccessionNumber number, Kept what) {
        Kept before = kept.put(number.index(), what);
        if (before != null) throw new AssertionError("accession " + number + " was given out twice");
    }

    void saw(Checkpoint checkpoint) {
        if (shown.isEmpty() || !shown.getLast().equals(checkpoint)) shown.add(checkpoint);
    }

    Map<Long, Kept> kept() {
        return kept;
    }

    RootLedger roots() {
        return roots;
    }

    List<Checkpoint> shown() {
        return shown;
    }

    /// Returns how many entries there must be at least.
    long size() {
        return kept.isEmpty() ? 0 : ((TreeMap<Long, Kept>) kept).lastKey() + 1;
    }

    /// Returns the messages with their numbers.
    List<Map.Entry<Long, Kept.Message>> messages() {
        List<Map.Entry<Long, Kept.Message>> messages = new ArrayList<>();
        kept.forEach((number, what) -> {
            if (what instanceof Kept.Message message) messages.add(Map.entry(number, message));
        });
        return messages;
    }
}
