package org.muniment.review;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.muniment.rendition.Passage;

/// Places in passages, in code points, as whole characters that a person sees.
final class MarkPlaces {
    private MarkPlaces() {}

    /// A place in one passage, in code points.
    record MarkPlace(String part, int from, int to) {}

    static Passage passage(List<Passage> passages, String part) {
        return passages.stream()
                .filter(passage -> passage.part().equals(part))
                .findFirst()
                .orElseThrow(() ->
                        new ReviewIsMalformed("The item has no part \"" + part + "\". Select the text once more."));
    }

    /// Widens a place to whole characters as a person sees them. Refuses what is not in the passage.
    static MarkPlace widened(Passage passage, int from, int to) {
        String text = passage.text();
        int length = text.codePointCount(0, text.length());
        if (from < 0 || from >= to || to > length)
            throw new ReviewIsMalformed("Select some text to mark: this part has %,d characters.".formatted(length));
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(start, to - from);
        return inCodePoints(
                passage,
                characters.isBoundary(start) ? start : characters.preceding(start),
                characters.isBoundary(end) ? end : characters.following(end));
    }

    /// From UTF-16 offsets.
    static MarkPlace inCodePoints(Passage passage, int start, int end) {
        int from = passage.text().codePointCount(0, start);
        return new MarkPlace(passage.part(), from, from + passage.text().codePointCount(start, end));
    }

    static String text(Passage passage, int from, int to) {
        int start = passage.text().offsetByCodePoints(0, from);
        return passage.text().substring(start, passage.text().offsetByCodePoints(start, to - from));
    }
}
