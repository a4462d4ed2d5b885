package org.muniment.seededbugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The table in docs/seeded-bugs.md: one row for each bug, with how its test said so when it was last run.
final class SeededBugTable {
    static final Path FILE = Path.of("docs/seeded-bugs.md");

    private static final String HEADING = "|---|---|---|---|---|---|";
    private static final int SENTENCE_LENGTH_MAX = 160;

    private final List<String> text = new ArrayList<>();
    private final Map<String, String> rows = new TreeMap<>();

    static SeededBugTable read() throws IOException {
        var table = new SeededBugTable();
        List<String> lines = Files.readAllLines(FILE);
        int heading = lines.indexOf(HEADING);
        table.text.addAll(lines.subList(0, heading + 1));
        for (String row : lines.subList(heading + 1, lines.size())) table.rows.put(row.substring(2, 4), row);
        return table;
    }

    Map<String, String> rows() {
        return rows;
    }

    /// What stands in a bug's row whatever run it is from.
    static String beginning(SeededBug bug) {
        String options = bug.options().isEmpty() ? "" : " `" + String.join(" ", bug.options()) + "`";
        return "| " + bug.number() + " | " + bug.bug() + " | " + bug.place() + " | `" + bug.test() + "`" + options
                + " | ";
    }

    void put(SeededBug bug, TestBuild.Verdict verdict) {
        String said = verdict.sentence()
                .replaceFirst("^Story ([0-9]+) failed\\. Alone: .*?-Dsimulation\\.seeds=[0-9]+ ", "Story $1: ")
                .replaceFirst(" at org\\.muniment\\..*", "")
                .replaceAll("java\\.lang\\.AssertionError: ", "")
                .replaceAll("/\\S*/junit[^/\\s]*", "…")
                .replaceAll("[0-9a-f]{40,}", "…")
                .replaceAll("\\[(-?[0-9]+, ){8}[^\\]]*]?", "[…]")
                .replaceAll("[|<>]", "/");
        if (said.length() > SENTENCE_LENGTH_MAX) said = said.substring(0, SENTENCE_LENGTH_MAX) + "…";
        rows.put(
                bug.number(),
                beginning(bug) + said + " | " + String.format(Locale.ROOT, "%.1f", verdict.seconds()) + " |");
    }

    void write(List<SeededBug> all) throws IOException {
        rows.keySet().retainAll(all.stream().map(SeededBug::number).toList());
        List<String> lines = new ArrayList<>(text);
        lines.addAll(rows.values());
        Files.write(FILE, lines);
    }
}
