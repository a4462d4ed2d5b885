package org.muniment.review;

import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;

/// One entry of the marks file, by its number from 1: what to withhold, and under which exemption.
sealed interface Mark {
    int entry();

    String exemption();

    /// Wherever the text stands in these places; `folded` as [FoldedText#needle] has it.
    record OfText(int entry, String exemption, Places places, String folded) implements Mark {}

    /// Wherever the pattern matches in these places.
    record OfPattern(int entry, String exemption, Places places, Pattern pattern) implements Mark {}

    /// One place in one message; code points from 0, `to` the first one shown again. [#END] is the passage's end.
    record OfPlace(int entry, String exemption, AccessionNumber accession, String part, int from, int to)
            implements Mark {
        static final int END = Integer.MAX_VALUE;
    }

    record Places(Set<PassageKind> kinds) {
        public Places {
            kinds = Set.copyOf(kinds);
        }

        boolean cover(Passage passage) {
            return kinds.contains(passage.kind())
                    || (kinds.contains(PassageKind.HEADERS) && passage.kind().isHeader())
                    || (kinds.contains(PassageKind.ATTACHMENT) && passage.isAttached());
        }
    }
}
