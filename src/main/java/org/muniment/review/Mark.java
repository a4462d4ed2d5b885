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

    AmountInBox amount();

    /// The same, its box stating the amount.
    Mark statingAmount();

    /// Wherever the text stands in these places; `folded` as [FoldedText#needle] has it.
    record OfText(int entry, String exemption, AmountInBox amount, Places places, String folded) implements Mark {
        @Override
        public Mark statingAmount() {
            return new OfText(entry, exemption, AmountInBox.STATED, places, folded);
        }
    }

    /// Wherever the pattern matches in these places.
    record OfPattern(int entry, String exemption, AmountInBox amount, Places places, Pattern pattern) implements Mark {
        @Override
        public Mark statingAmount() {
            return new OfPattern(entry, exemption, AmountInBox.STATED, places, pattern);
        }
    }

    /// One place in one message; code points from 0, `to` the first one shown again. [#END] is the passage's end.
    record OfPlace(
            int entry, String exemption, AmountInBox amount, AccessionNumber accession, String part, int from, int to)
            implements Mark {
        static final int END = Integer.MAX_VALUE;

        @Override
        public Mark statingAmount() {
            return new OfPlace(entry, exemption, AmountInBox.STATED, accession, part, from, to);
        }
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
