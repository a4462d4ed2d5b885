package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.law.ProvisionId;

/// An office as it is told and kept over HTTP.
///
/// @param days the weekdays it works; without any, the statute's days count
record OfficeForm(
        Optional<String> name,
        Optional<Set<DayOfWeek>> days,
        Optional<LocalTime> opens,
        Optional<LocalTime> closes,
        Optional<LocalTime> cutOff,
        Optional<String> area,
        Optional<Set<String>> keeps) {

    Office office() {
        Set<DayOfWeek> works = days.orElse(Set.of());
        Optional<Office.Week> week = works.isEmpty()
                ? Optional.empty()
                : Optional.of(new Office.Week(works, hour(opens, "opens"), hour(closes, "closes")));
        Set<ProvisionId> kept =
                keeps.orElse(Set.of()).stream().map(ProvisionId::new).collect(Collectors.toSet());
        return new Office(name.orElse(""), week, cutOff, area, kept, List.of());
    }

    private static LocalTime hour(Optional<LocalTime> time, String what) {
        return time.orElseThrow(() -> new OfficeIsUnusable("Say when the office " + what + "."));
    }

    static OfficeForm of(Office office) {
        return new OfficeForm(
                Optional.of(office.name()),
                office.week().map(Office.Week::days),
                office.week().map(Office.Week::opens),
                office.week().map(Office.Week::closes),
                office.cutOff(),
                office.area(),
                Optional.of(office.keeps().stream().map(ProvisionId::value).collect(Collectors.toSet())));
    }
}
