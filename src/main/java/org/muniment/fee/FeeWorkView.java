package org.muniment.fee;

import java.time.LocalDate;

/// A piece of work in the log of hours, as it is told over HTTP.
record FeeWorkView(
        long id,
        String component,
        String title,
        String unit,
        LocalDate on,
        String quantity,
        String person,
        String note,
        String addedBy) {
    static FeeWorkView of(FeeWork one) {
        return new FeeWorkView(
                one.id(),
                one.component().name(),
                one.component().title(),
                one.component().unit().word(),
                one.on(),
                one.quantity().stripTrailingZeros().toPlainString(),
                one.person(),
                one.note(),
                one.addedBy());
    }
}
