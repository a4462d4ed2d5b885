package org.muniment.review;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.muniment.rendition.Passage;
import org.muniment.rendition.Run;
import org.muniment.rendition.WithheldAmount;

/// The places of one passage that marks withhold, made into its runs.
final class Withholding {
    private static final Comparator<Place> READING_ORDER =
            Comparator.comparingInt(Place::from).thenComparingInt(Place::to).thenComparing(Place::exemption);

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final Passage passage;
    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final List<Place> places = new ArrayList<>();

    Withholding(Passage passage) {
        this.passage = passage;
        clusters.setText(passage.text());
    }

    /// UTF-16 offsets in the passage's text; never empty.
    private record Place(int from, int to, String exemption, AmountInBox amount) {}

    /// Withholds from `from` to `to`, widened to whole grapheme clusters. Returns what that is.
    String withhold(int from, int to, String exemption, AmountInBox amount) {
        int start = clusters.isBoundary(from) ? from : clusters.preceding(from);
        int end = clusters.isBoundary(to) ? to : clusters.following(to);
        places.add(new Place(start, end, exemption, amount));
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
            if (box.from > shown) runs.add(shown(shown, box.from));
            runs.add(new Run.Withheld(String.join("; ", box.exemptions), amount(box)));
            shown = box.to;
        }
        if (shown < text.length()) runs.add(shown(shown, text.length()));
        return runs;
    }

    /// If any ground wants it stated; of all that the box withholds.
    private Optional<WithheldAmount> amount(Box box) {
        return box.amount == AmountInBox.NOT_STATED
                ? Optional.empty()
                : Optional.of(WithheldAmount.of(passage.text().substring(box.from, box.to)));
    }

    /// On a line with a box, spaces have no width to tell: in a column they make up for the length of what stands
    /// before or after them, and a tab did too.
    private Run.Shown shown(int from, int to) {
        String text = passage.text().substring(from, to);
        int firstLineEnd = from == 0 ? 0 : lineEnd(text.indexOf('\n'), text.length());
        int lastLine = to == passage.text().length() ? text.length() : text.lastIndexOf('\n') + 1;
        if (firstLineEnd >= lastLine) return new Run.Shown(SPACES.matcher(text).replaceAll(" "));
        return new Run.Shown(SPACES.matcher(text.substring(0, firstLineEnd)).replaceAll(" ")
                + text.substring(firstLineEnd, lastLine)
                + SPACES.matcher(text.substring(lastLine)).replaceAll(" "));
    }

    private static int lineEnd(int lineFeed, int end) {
        return lineFeed < 0 ? end : lineFeed;
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
        private AmountInBox amount;
        private final TreeSet<String> exemptions = new TreeSet<>();

        Box(Place place) {
            from = place.from();
            to = place.to();
            amount = place.amount();
            exemptions.add(place.exemption());
        }

        void add(Box other) {
            to = Math.max(to, other.to);
            exemptions.addAll(other.exemptions);
            if (other.amount == AmountInBox.STATED) amount = AmountInBox.STATED;
        }
    }
}
