package org.muniment.production;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.rendition.Line;

/// This is what a screen reader is given in place of what is drawn: for each box its meaning, and for a line whose
/// characters stand in another order than they are read, the line.
final class SpokenWords {
    private SpokenWords() {}

    static boolean areOfTheWholeLine(Line line) {
        return !ReadText.comparable(line.drawnText()).equals(ReadText.comparable(line.text()));
    }

    static String ofWhole(Line line) {
        var labels = line.boxes().map(box -> box.text()).distinct().toList();
        if (labels.isEmpty()) return line.text();
        // One label may begin another: the longer one is looked for first.
        var anyLabel = labels.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(anyLabel)
                .matcher(line.text())
                .replaceAll(found -> Matcher.quoteReplacement("Redacted: " + found.group()));
    }

    /// In the order they are drawn.
    static List<String> of(Line line) {
        return areOfTheWholeLine(line)
                ? List.of(ofWhole(line))
                : line.boxes().map(box -> box.spoken()).toList();
    }
}
