package org.muniment.correspondence;

import java.util.List;
import java.util.Set;

/// This is a part of a template, in the order of the letter.
sealed interface TemplatePart {
    /// Words of the product's own.
    ///
    /// @param needs what must be known besides what the words name; else it is left out
    record Text(Words words, Set<Placeholder> needs) implements TemplatePart {}

    /// Words of somebody else, set apart.
    record Quote(Words words) implements TemplatePart {}

    /// What the officer writes.
    record Free(String id, String label, String hint, boolean isRequired) implements TemplatePart {}

    /// The words of the law for one use.
    record Law(String use, Set<Placeholder> needs) implements TemplatePart {}

    /// The date that is due, with the row it follows from; other words where the law sets none.
    record ClockDate(Words words, Words otherwise) implements TemplatePart {}

    /// The exemptions that the review used.
    record Grounds() implements TemplatePart {}

    /// The fee estimate, as the fee tab has it.
    record Fees() implements TemplatePart {}

    record Facts(List<Line> lines) implements TemplatePart {
        public Facts {
            lines = List.copyOf(lines);
        }

        record Line(String name, Words value) {}
    }
}
