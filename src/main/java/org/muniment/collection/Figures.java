package org.muniment.collection;

/// What a search counted, in one line.
final class Figures {
    private Figures() {}

    static String of(RunCounts counts) {
        String open = "%,d %s".formatted(counts.total(), counts.total() == 1 ? "message" : "messages");
        String keptBack = counts.keptBack() == 0 ? "" : ", %,d more kept back by counsel".formatted(counts.keptBack());
        String unread =
                counts.unsearchable() == 0 ? "" : ", %,d could not be searched".formatted(counts.unsearchable());
        return open + keptBack + unread;
    }
}
