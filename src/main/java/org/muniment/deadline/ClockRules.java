package org.muniment.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.Provision;
import org.muniment.law.RowKind;

/// The rows of one jurisdiction's clock that are in force on one day, typed.
///
/// @param deadline what the request is due by
/// @param noticed the longer time once somebody else was notified
record ClockRules(
        Rule deadline,
        Optional<Rule> noticed,
        List<Extension> extensions,
        List<Toll> tolls,
        Optional<Provision> noExtension,
        Optional<Provision> noToll,
        List<OtherRule> others) {

    enum Part {
        DEADLINE,
        NOTICED_DEADLINE,
        EXTENSION,
        TOLL,
        NO_EXTENSION,
        NO_TOLL,
        OTHER
    }

    enum Counting {
        BUSINESS,
        CALENDAR
    }

    /// @param days absent where the law sets no number
    /// @param dayName what the law calls the days it counts
    record Rule(Provision provision, DeadlineKind kind, Optional<Integer> days, String dayName) {}

    /// @param daysMax by how many days at most
    /// @param petitionWithin only on a petition, so many days after receipt; the deadline stays
    record Extension(Provision provision, int daysMax, Optional<Integer> petitionWithin) {}

    /// @param timesMax absent: as often as needed
    record Toll(Provision provision, String reason, String words, Optional<Integer> timesMax) {}

    enum From {
        RECEIPT,
        DUE,
        ANSWER,
        /// The answer, or the day on which silence became a denial.
        DENIAL,
        /// The petition for more time.
        PETITION
    }

    record OtherRule(
            Provision provision,
            String name,
            DeadlineKind kind,
            From from,
            Optional<Integer> days,
            Counting counting) {}

    static ClockRules of(LawBook law, JurisdictionId jurisdiction, LocalDate onDay) {
        List<LawRow> rows = law.rows(jurisdiction, RowKind.CLOCK, onDay);
        return new ClockRules(
                of(rows, Part.DEADLINE).stream()
                        .map(ClockRules::rule)
                        .findFirst()
                        .orElseThrow(() -> new EventIsRefused(
                                "No rule about the time to answer is known for %s on %s. Choose a later day."
                                        .formatted(jurisdiction, onDay))),
                of(rows, Part.NOTICED_DEADLINE).stream().map(ClockRules::rule).findFirst(),
                of(rows, Part.EXTENSION).stream().map(ClockRules::extension).toList(),
                of(rows, Part.TOLL).stream().map(ClockRules::toll).toList(),
                of(rows, Part.NO_EXTENSION).stream().map(LawRow::provision).findFirst(),
                of(rows, Part.NO_TOLL).stream().map(LawRow::provision).findFirst(),
                of(rows, Part.OTHER).stream().map(ClockRules::other).toList());
    }

    private static List<LawRow> of(List<LawRow> rows, Part part) {
        return rows.stream()
                .filter(row -> row.findChoice("part", Part.class).orElseThrow() == part)
                .toList();
    }

    private static Rule rule(LawRow row) {
        return new Rule(row.provision(), kind(row), row.findNumber("days"), row.text("dayName"));
    }

    private static DeadlineKind kind(LawRow row) {
        return row.findChoice("kind", DeadlineKind.class).orElseThrow();
    }

    private static Extension extension(LawRow row) {
        return new Extension(row.provision(), row.number("daysMax"), row.findNumber("petitionWithinDays"));
    }

    private static Toll toll(LawRow row) {
        return new Toll(row.provision(), row.text("reason"), row.text("words"), row.findNumber("timesMax"));
    }

    private static OtherRule other(LawRow row) {
        return new OtherRule(
                row.provision(),
                row.text("name"),
                kind(row),
                row.findChoice("from", From.class).orElseThrow(),
                row.findNumber("days"),
                row.findChoice("counting", Counting.class).orElse(Counting.BUSINESS));
    }
}
