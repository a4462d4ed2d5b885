package org.muniment.deadline;

import java.util.Locale;

/// This is what has to have happened when a clock runs out.
public enum DeadlineKind {
    /// The city has answered: granted, denied, or said when.
    RESPOND_BY,
    /// Silence counts as a denial from then on.
    DEEMED_DENIED,
    /// The records are there to be seen.
    PRODUCE_BY,
    /// The requester has appealed.
    APPEAL_BY,
    /// The city has asked the supervisor for more time.
    PETITION_BY,
    /// The written notice of an extension has gone out.
    EXTENSION_NOTICE_BY,
    /// Nothing by a day: another body reviews the city's answer.
    ON_APPEAL,
    /// Not law: what an authority recommends.
    GUIDANCE;

    /// Returns the word for it in files and answers, such as `respond-by`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
