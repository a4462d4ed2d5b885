package org.muniment.seededbugs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A unified diff that is applied without any fuzz: what it takes away, with the lines around it, must stand in the
/// source exactly once, at whatever line.
final class SourcePatch {
    private static final String FROM = "--- a/";
    private static final String TO = "+++ b/";

    private final String name;
    private final Map<String, List<Hunk>> hunks;

    private record Hunk(List<String> before, List<String> after) {}

    private SourcePatch(String name, Map<String, List<Hunk>> hunks) {
        this.name = name;
        this.hunks = hunks;
    }

    static SourcePatch parse(String name, List<String> lines) {
        Map<String, List<Hunk>> hunks = new LinkedHashMap<>();
        List<Hunk> ofFile = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(FROM)) continue;
            if (line.startsWith(TO))
                ofFile = hunks.computeIfAbsent(line.substring(TO.length()), _ -> new ArrayList<>());
            else if (line.startsWith("@@")) ofFile.add(new Hunk(new ArrayList<>(), new ArrayList<>()));
            else add(line, ofFile.getLast());
        }
        if (hunks.isEmpty()) throw new AssertionError(name + " changes nothing");
        return new SourcePatch(name, hunks);
    }

    private static void add(String line, Hunk hunk) {
        String text = line.isEmpty() ? "" : line.substring(1);
        if (!line.startsWith("+")) hunk.before.add(text);
        if (!line.startsWith("-")) hunk.after.add(text);
    }

    /// The files it changes, from the root of the repository.
    List<String> files() {
        return List.copyOf(hunks.keySet());
    }

    /// Returns the source with the bug in it; says which place has changed if the patch does not fit any more.
    String applied(String file, String source) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        int number = 1;
        for (Hunk hunk : hunks.getOrDefault(file, List.of())) {
            int at = Collections.indexOfSubList(lines, hunk.before);
            if (at < 0 || Collections.lastIndexOfSubList(lines, hunk.before) != at)
                throw new AssertionError(name + " does not apply any more: what its hunk " + number + " changes stands "
                        + (at < 0 ? "nowhere in " : "more than once in ") + file
                        + ". Make the same bug in the code as it is now, and make the patch again.");
            lines.subList(at, at + hunk.before.size()).clear();
            lines.addAll(at, hunk.after);
            number++;
        }
        return String.join("\n", lines) + "\n";
    }
}
