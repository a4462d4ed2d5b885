package org.muniment.detection;

/// This writes figures as rows of a table in Markdown.
final class FiguresTable {
    private FiguresTable() {}

    static String of(Hits hits) {
        StringBuilder table = new StringBuilder("""
                | kind | there | found | false alarms | recall | precision |
                |---|--:|--:|--:|--:|--:|
                """);
        hits.byKind().forEach((kind, count) -> table.append(row(kind.label(), count)));
        return table + total("all", hits);
    }

    static String total(String name, Hits hits) {
        return row("**" + name + "**", hits.all());
    }

    private static String row(String name, Hits.Count count) {
        return "| %s | %d | %d | %d | %s | %s |\n"
                .formatted(name, count.there(), count.found(), count.falseAlarms(), count.recall(), count.precision());
    }
}
