package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.deadline.HolidayRule.Shift;
import org.muniment.law.LawRow;
import org.muniment.law.Provision;
import tools.jackson.databind.JsonNode;

/// This is one holiday of the law.
///
/// @param saturday what becomes of it on a Saturday, if this holiday has a rule of its own
/// @param area the only place where it is one; absent: everywhere in the jurisdiction
/// @param byChoice only an office that says it keeps this day is closed
record Holiday(
        Provision provision,
        String name,
        HolidayRule rule,
        Optional<Shift> saturday,
        Optional<Shift> sunday,
        Optional<String> area,
        boolean byChoice) {

    static Holiday of(LawRow row) {
        return new Holiday(
                row.provision(),
                row.text("name"),
                rule(row, row.body().path("when")),
                row.findChoice("onSaturday", Shift.class),
                row.findChoice("onSunday", Shift.class),
                row.findText("area"),
                row.is("byChoice"));
    }

    private static HolidayRule rule(LawRow row, JsonNode when) {
        HolidayRule rule = simple(row, when);
        JsonNode every = when.path("everyYears");
        return every.isInt()
                ? new HolidayRule.EveryYears(
                        every.intValue(), when.path("since").intValue(), rule)
                : rule;
    }

    private static HolidayRule simple(LawRow row, JsonNode when) {
        if (when.has("fixed"))
            return new HolidayRule.Fixed(
                    MonthDay.parse("--" + when.path("fixed").stringValue()));
        if (when.has("easter"))
            return new HolidayRule.FromEaster(when.path("easter").intValue());
        if (when.has("nth"))
            return new HolidayRule.NthWeekday(
                    month(when),
                    when.path("nth").intValue(),
                    weekday(when.path("weekday").stringValue()),
                    when.path("plusDays").intValue(0));
        if (when.has("last"))
            return new HolidayRule.LastWeekday(
                    month(when), weekday(when.path("last").stringValue()));
        if (when.has("proclaimed")) return new HolidayRule.Proclaimed(days(when.path("proclaimed")));
        throw new IllegalStateException("Row " + row.provision().id() + " does not say when its day is.");
    }

    private static Set<LocalDate> days(JsonNode list) {
        return list.valueStream().map(day -> LocalDate.parse(day.stringValue())).collect(Collectors.toSet());
    }

    private static Month month(JsonNode when) {
        return Month.of(when.path("month").intValue());
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isKeptBy(Office office) {
        if (area.isPresent() && !area.equals(office.area())) return false;
        return !byChoice || office.keeps().contains(provision.id());
    }
}
