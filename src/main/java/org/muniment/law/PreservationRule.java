package org.muniment.law;

import java.util.Optional;

/// This is how long what was asked for may not be destroyed. It begins with the receipt of the request
/// and lasts at least until the request is closed.
///
/// @param daysAfterDenial how long after a denial; absent if the law sets no day
/// @param daysAfterDenialConfined the same, if the requester is committed or incarcerated
/// @param throughAppeals whether it lasts until the time to appeal has passed and any appeal is over
public record PreservationRule(
        Provision provision,
        Optional<Integer> daysAfterDenial,
        Optional<Integer> daysAfterDenialConfined,
        Counted counted,
        boolean throughAppeals) {
    static PreservationRule of(LawRow row) {
        return new PreservationRule(
                row.provision(),
                row.findNumber("daysAfterDenial"),
                row.findNumber("daysAfterDenialConfined"),
                row.findChoice("counted", Counted.class).orElse(Counted.CALENDAR),
                row.is("throughAppeals"));
    }
}
