package org.muniment.review;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.muniment.rendition.Passage;
import org.muniment.rendition.Run;

/// The places of one passage that marks withhold, made into its runs.
final class Withholding {
    private static final Comparator<Place> READING_ORDER =
            Comparator.comparingInt(Place::from).thenComparingInt(Place::to).thenComparing(Place::exemption);

    private final Passage passage;
    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final List<Place> places = new ArrayList<>();

    Withholding(Passage passage) {
        this.passage = passage;
        clusters.setText(passage.text());
    }

    /// UTF-16 offsets in the passage's text; never empty.
    private record Place(int from, int to, String exemption) {}

    /// Withholds from `from` to `to`, widened to whole grapheme clusters. Returns what that is.
    String withhold(int from, int to, String exemption) {
        int start = clusters.isBoundary(from) ? from : clusters.preceding(from);
        int end = clusters.isBoundary(to) ? to : clusters.following(to);
        places.add(new Place(start, end, exemption));
        return passage.text().substring(start, end);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    String firstExemption() {
        return places.getFirst().exemption();
    }

    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        String text = passage.text();
        int shown = 0;
        for (Box box : boxes()) {
            if (box.from > shown) runs.add(new Run.Shown(text.substring(shown, box.from)));
            runs.add(new Run.Withheld(String.join("; ", box.exemptions)));
            shown = box.to;
        }
        if (shown < text.length()) runs.add(new Run.Shown(text.substring(shown)));
        return runs;
    }

    private List<Box> boxes() {
        places.sort(READING_ORDER);
        List<Box> boxes = new ArrayList<>();
        for (Place place : places) {
            Box next = new Box(place);
            if (!boxes.isEmpty() && touch(boxes.getLast(), next))
                boxes.getLast().add(next);
            else boxes.add(next);
        }
        return withoutGaps(boxes);
    }

    private static boolean touch(Box box, Box next) {
        return next.from <= box.to;
    }

    /// Boxes for one exemption with only spaces between them become one: how many words there were is nobody's
    /// business.
    private List<Box> withoutGaps(List<Box> boxes) {
        List<Box> joined = new ArrayList<>();
        for (Box box : boxes) {
            if (!joined.isEmpty() && isGap(joined.getLast(), box))
                joined.getLast().add(box);
            else joined.add(box);
        }
        return joined;
    }

    private boolean isGap(Box box, Box next) {
        return box.exemptions.equals(next.exemptions)
                && passage.text().substring(box.to, next.from).chars().allMatch(character -> character == ' ');
    }

    private static final class Box {
        private final int from;
        private int to;
        private final TreeSet<String> exemptions = new TreeSet<>();

        Box(Place place) {
            from = place.from();
            to = place.to();
            exemptions.add(place.exemption());
        }

        void add(Box other) {
            to = Math.max(to, other.to);
            exemptions.addAll(other.exemptions);
        }
    }
}
