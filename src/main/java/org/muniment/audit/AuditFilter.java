package org.muniment.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which entries somebody asks for; what is absent asks for all.
///
/// @param acts any of these; empty for all
/// @param purpose the reference, or its beginning
/// @param from the first moment
/// @param to the first moment no longer wanted
record AuditFilter(
        Optional<Long> person,
        Set<Act> acts,
        Optional<Long> message,
        Optional<String> purpose,
        Optional<Instant> from,
        Optional<Instant> to) {
    static final AuditFilter ALL = new AuditFilter(
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    AuditFilter {
        acts = Set.copyOf(acts);
        purpose = purpose.map(String::strip).filter(text -> !text.isEmpty());
    }

    static AuditFilter ofPerson(long person) {
        return new AuditFilter(
                Optional.of(person), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditFilter ofMessage(long message) {
        return new AuditFilter(
                Optional.empty(), Set.of(), Optional.of(message), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// From the first day's beginning to the last day's end, where the city is.
    static AuditFilter of(
            Optional<Long> person,
            List<Act> acts,
            Optional<Long> message,
            Optional<String> purpose,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            ZoneId zone) {
        return new AuditFilter(
                person,
                Set.copyOf(acts),
                message,
                purpose,
                firstDay.map(day -> day.atStartOfDay(zone).toInstant()),
                lastDay.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /// What is asked for, in words, for the entry about the asking.
    String inWords() {
        List<String> words = new ArrayList<>();
        person.ifPresent(number -> words.add("of person " + number));
        if (!acts.isEmpty())
            words.add("of " + acts.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        message.ifPresent(number -> words.add("about message " + number));
        purpose.ifPresent(reference -> words.add("for " + reference));
        from.ifPresent(at -> words.add("from " + at));
        to.ifPresent(at -> words.add("before " + at));
        return words.isEmpty() ? "all entries" : "entries " + String.join(", ", words);
    }
}
