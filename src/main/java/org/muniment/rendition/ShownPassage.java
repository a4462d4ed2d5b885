package org.muniment.rendition;

import java.util.List;

/// This is a passage after review: the only form in which text reaches a page. The original is not reachable from it.
public record ShownPassage(String part, PassageKind kind, String label, List<Run> runs) {
    public ShownPassage {
        runs = List.copyOf(runs);
    }

    /// A passage of which nothing is withheld.
    public static ShownPassage whole(Passage passage) {
        return new ShownPassage(
                passage.part(), passage.kind(), passage.label(), List.of(new Run.Shown(passage.text())));
    }
}
