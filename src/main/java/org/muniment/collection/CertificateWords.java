package org.muniment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// These are figures, days and times as a certificate writes them.
record CertificateWords(ZoneId zone) {
    static String counted(long number, String what) {
        return "%,d %s".formatted(number, number == 1 ? what : what + "s");
    }

    static String figure(long number) {
        return "%,d".formatted(number);
    }

    static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US).format(day);
    }

    String moment(Instant at) {
        return DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a z", Locale.US).format(at.atZone(zone));
    }
}
