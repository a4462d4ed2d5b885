package org.muniment.review;

import java.time.Instant;
import org.muniment.archive.AccessionNumber;

/// This is a place in a message that a reviewer marked to be withheld. docs/redaction-marks.md says
/// how places are named.
///
/// @param number of the mark within its item, never given twice
/// @param from counted in code points of the part as shown, from 0
/// @param to the first code point shown again
/// @param basis what it is there that the exemption covers, in the reviewer's words; may be empty
/// @param isDraft whether it still waits to be made final: then nothing of the item can leave
/// @param origin how it came about
public record PlaceMark(
        int number,
        String part,
        int from,
        int to,
        Ground ground,
        String basis,
        boolean isDraft,
        Origin origin,
        long authorNumber,
        String author,
        Instant madeAt) {
    /// How a mark came about. A person made each of them.
    public enum Origin {
        /// By selecting text.
        SELECTED,
        /// By ticking the same text in a list.
        SAME_TEXT,
        /// By accepting a suggestion.
        SUGGESTED,
        /// By taking over the marks of an earlier release.
        RELEASED_BEFORE
    }

    private static final int PART_LENGTH_MAX = 300;

    public PlaceMark {
        basis = Written.kept(basis);
        if (part.isBlank() || part.length() > PART_LENGTH_MAX || from < 0 || to <= from)
            throw new ReviewIsMalformed("Select some text to mark.");
    }

    PlaceMark asFinal() {
        return new PlaceMark(number, part, from, to, ground, basis, false, origin, authorNumber, author, madeAt);
    }

    /// As the engine takes it; `label` is what its box says.
    Mark toApply(int entry, AccessionNumber accession, String label) {
        return new Mark.OfPlace(entry, label, AmountInBox.NOT_STATED, accession, part, from, to);
    }

    boolean isAt(String otherPart, int otherFrom, int otherTo) {
        return part.equals(otherPart) && from == otherFrom && to == otherTo;
    }
}
