package org.muniment.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// This counts, for each kind, what was there, what of it was found as a whole, and what was found where nothing was.
final class Hits {
    private final Predicate<Finding> counts;
    private final Map<PersonalData, Count> byKind = new EnumMap<>(PersonalData.class);
    private final List<String> mistakes = new ArrayList<>();

    /// Only these findings count.
    Hits(Predicate<Finding> counts) {
        this.counts = counts;
    }

    void add(LabelledText text) {
        List<Finding> found =
                Findings.in(text.text()).found().stream().filter(counts).toList();
        for (LabelledText.Place place : text.places()) {
            boolean isFound = found.stream().anyMatch(place::isCoveredBy);
            if (!isFound) mistakes.add("missed " + place.kind() + " in: " + text.text());
            count(place.kind(), isFound ? new Count(1, 1, 0) : new Count(1, 0, 0));
        }
        for (Finding finding : found)
            if (text.places().stream().noneMatch(place -> place.isCoveredBy(finding))) {
                mistakes.add("false " + finding.kind() + " in: " + text.text());
                count(finding.kind(), new Count(0, 0, 1));
            }
    }

    void count(PersonalData kind, Count more) {
        byKind.merge(kind, more, Count::plus);
    }

    Map<PersonalData, Count> byKind() {
        return byKind;
    }

    Count all() {
        return byKind.values().stream().reduce(new Count(0, 0, 0), Count::plus);
    }

    List<String> mistakes() {
        return mistakes;
    }

    record Count(int there, int found, int falseAlarms) {
        Count plus(Count other) {
            return new Count(there + other.there, found + other.found, falseAlarms + other.falseAlarms);
        }

        /// `95.2 %`, or nothing if there is nothing to divide by.
        String recall() {
            return percent(found, there);
        }

        String precision() {
            return percent(found, found + falseAlarms);
        }

        private static String percent(int part, int whole) {
            return whole == 0 ? "–" : String.format(java.util.Locale.ROOT, "%.1f %%", 100.0 * part / whole);
        }
    }
}
