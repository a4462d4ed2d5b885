package org.muniment.fee;

import java.util.Locale;

/// This is something a request costs the city.
public enum Component {
    SEARCH(Unit.HOUR, "Search and retrieval"),
    REVIEW(Unit.HOUR, "Review"),
    REDACTION(Unit.HOUR, "Redaction"),
    /// By law-enforcement agencies, of recordings.
    RECORDING_REDACTION(Unit.HOUR, "Redaction of law-enforcement recordings"),
    FORMATTING(Unit.HOUR, "Formatting and programming"),
    PAPER_COPIES(Unit.PAGE, "Paper copies"),
    ELECTRONIC_COPIES(Unit.DOLLAR, "Electronic copies and media");

    /// What is counted; of what costs dollars, the city's own actual cost.
    public enum Unit {
        HOUR,
        PAGE,
        DOLLAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;
    private final String title;

    Component(Unit unit, String title) {
        this.unit = unit;
        this.title = title;
    }

    public Unit unit() {
        return unit;
    }

    public String title() {
        return title;
    }

    /// Returns its word in files and answers, such as `paper-copies`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
