package org.muniment.production;

import java.util.List;
import org.muniment.rendition.Line;

/// This is what a screen reader is given in place of what is drawn: for each box its meaning, and for a line whose
/// characters stand in another order than they are read, the line.
final class SpokenWords {
    private SpokenWords() {}

    static boolean areOfTheWholeLine(Line line) {
        return !ReadText.comparable(line.drawnText()).equals(ReadText.comparable(line.text()));
    }

    static String ofWhole(Line line) {
        var spoken = line.text();
        for (var exemption : line.boxes().map(box -> box.text()).distinct().toList())
            spoken = spoken.replace(exemption, "Redacted: " + exemption);
        return spoken;
    }

    /// In the order they are drawn.
    static List<String> of(Line line) {
        return areOfTheWholeLine(line)
                ? List.of(ofWhole(line))
                : line.boxes().map(box -> box.spoken()).toList();
    }
}
