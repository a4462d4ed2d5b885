package org.muniment.law;

import java.util.Optional;

/// This is one way to have a denial reviewed.
///
/// @param stage 1 comes first
/// @param body who reviews
/// @param daysToAppeal how long the requester may wait; absent if the law sets no day
/// @param countedFrom what that time begins with
/// @param decisionDays how long the body may take
public record Appeal(
        Provision provision,
        int stage,
        String body,
        Optional<Integer> daysToAppeal,
        Counted counted,
        Optional<String> countedFrom,
        Optional<Integer> decisionDays,
        Counted decisionCounted) {
    static Appeal of(LawRow row) {
        return new Appeal(
                row.provision(),
                row.number("stage"),
                row.text("body"),
                row.findNumber("daysToAppeal"),
                row.findChoice("counted", Counted.class).orElse(Counted.CALENDAR),
                row.findText("countedFrom"),
                row.findNumber("decisionDays"),
                row.findChoice("decisionCounted", Counted.class).orElse(Counted.CALENDAR));
    }
}
