package org.muniment.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// This counts where two readers of mail agree, fact by fact, and keeps where they do not.
final class Agreement {
    private final String suite;
    private final Map<String, int[]> byFact = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();

    Agreement(String suite) {
        this.suite = suite;
    }

    /// This is one fact the readers see differently.
    record Difference(String file, String fact, String theirs, String ours) {}

    String suite() {
        return suite;
    }

    void compare(String file, String fact, Object theirs, Object ours) {
        int[] counts = byFact.computeIfAbsent(fact, _ -> new int[2]);
        counts[1]++;
        if (Objects.equals(theirs, ours)) counts[0]++;
        else differences.add(new Difference(file, fact, excerpt(theirs), excerpt(ours)));
    }

    private static String excerpt(Object fact) {
        String text = fact.toString();
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    /// Facts that agree and all facts, by kind of fact.
    Map<String, int[]> byFact() {
        return byFact;
    }

    List<Difference> differences() {
        return differences;
    }

    int agreeing() {
        return byFact.values().stream().mapToInt(counts -> counts[0]).sum();
    }

    int all() {
        return byFact.values().stream().mapToInt(counts -> counts[1]).sum();
    }

    double rate() {
        return (double) agreeing() / all();
    }
}
