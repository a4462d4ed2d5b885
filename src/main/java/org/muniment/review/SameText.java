package org.muniment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.muniment.rendition.Passage;
import org.muniment.review.MarkPlaces.MarkPlace;

/// A text as it stands elsewhere: letter case, line ends, kinds of quotation mark and spaces do not
/// count, as for the marks of text in docs/redaction-marks.md.
final class SameText {
    private final String folded;

    SameText(String text) {
        this.folded = FoldedText.needle(text);
    }

    boolean isNothing() {
        return folded.isEmpty();
    }

    /// Where it stands in these passages, in order; places that overlap count once.
    List<MarkPlace> in(List<Passage> passages) {
        List<MarkPlace> found = new ArrayList<>();
        for (Passage passage : passages) addPlaces(passage, found);
        return found;
    }

    private void addPlaces(Passage passage, List<MarkPlace> found) {
        TreeSet<Range> ranges = new TreeSet<>();
        for (FoldedText.View view : views(passage)) {
            FoldedText read = FoldedText.of(passage.text(), view);
            String text = read.text();
            for (int at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + folded.length()))
                ranges.add(new Range(read.originalStart(at), read.originalEnd(at + folded.length())));
        }
        int end = 0;
        for (Range range : ranges) {
            if (range.from() < end) continue;
            found.add(MarkPlaces.inCodePoints(passage, range.from(), range.to()));
            end = range.to();
        }
    }

    private static List<FoldedText.View> views(Passage passage) {
        return LinkText.mayHoldLinks(passage.text())
                ? List.of(FoldedText.View.LINES_APART, FoldedText.View.LINES_JOINED, FoldedText.View.LINKS_READ)
                : List.of(FoldedText.View.LINES_APART, FoldedText.View.LINES_JOINED);
    }

    /// UTF-16 offsets.
    private record Range(int from, int to) implements Comparable<Range> {
        @Override
        public int compareTo(Range other) {
            int byFrom = Integer.compare(from, other.from);
            return byFrom != 0 ? byFrom : Integer.compare(other.to, to);
        }
    }
}
