package org.muniment.deadline;

import java.time.LocalDate;
import java.util.Optional;

/// This is one day of a calendar: whether it counts, why, and by which words of the law.
record CalendarDay(LocalDate date, Effect effect, String why, Optional<String> citation) {
    /// In the order of how firmly a day is closed.
    enum Effect {
        COUNTS,
        /// The law does not settle it, or its rule is not known well enough to be shipped: both
        /// readings are counted.
        UNSETTLED,
        /// The office does not work, and the law does not say whether that matters: no working day
        /// of this office, and the date by the law's strictest reading is shown beside.
        OFFICE_RESTS,
        DOES_NOT_COUNT
    }
}
