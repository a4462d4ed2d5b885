package org.muniment.correspondence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// This is what a template may take from a request. There are no others: a template that names one that is not here is
/// refused when the program starts.
enum Placeholder {
    CITY_NAME,
    REQUEST_LABEL,
    REQUEST_RECEIVED_ON,
    REQUEST_WORDS,
    REQUEST_DETERMINATION,
    CLOCK_DUE_ON,
    APPEAL_OF,
    REVIEW_RELEASED,
    REVIEW_REDACTED,
    REVIEW_WITHHELD,
    /// Known if the review used any exemption; it is not written, but `grounds` writes them.
    REVIEW_GROUNDS;

    /// As templates write it, such as `request.received_on`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    static Optional<Placeholder> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
