package org.muniment.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.muniment.archive.IntegrityCheck.Level;

/// When each level is due: quick every hour, scrub every week, full every month; what reads every byte at night.
///
/// @param zone in which nights are nights
record CheckTimetable(ZoneId zone) {
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(1, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    /// A server that is off every night must not put a check off for ever.
    private static final Duration WAITS_FOR_NIGHT_MAX = Duration.ofDays(1);

    /// @param last when it was last made, or a fuller one; empty for never
    /// @param since when the archive was first looked after
    Instant dueAt(Level level, Optional<Instant> last, Instant since) {
        return switch (level) {
            case QUICK -> last.orElse(since).plus(Duration.ofHours(1));
            case SCRUB ->
                night(last.map(it -> day(it).plusWeeks(1))
                        .orElseGet(() -> day(since).plusDays(1)));
            case FULL ->
                night(last.map(it -> day(it).plusMonths(1))
                        .orElseGet(() -> day(since).plusDays(1)));
            case THIRD_PARTY -> throw new IllegalArgumentException("a third party comes when it wants");
        };
    }

    boolean mayBegin(Level level, Instant dueAt, Instant now) {
        if (now.isBefore(dueAt)) return false;
        return level == Level.QUICK || isNight(now) || !now.isBefore(dueAt.plus(WAITS_FOR_NIGHT_MAX));
    }

    static String every(Level level) {
        return switch (level) {
            case QUICK -> "every hour";
            case SCRUB -> "every week, at night";
            case FULL -> "every month, at night";
            case THIRD_PARTY -> throw new IllegalArgumentException("a third party comes when it wants");
        };
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant night(LocalDate day) {
        return day.atTime(NIGHT_BEGINS).atZone(zone).toInstant();
    }

    private boolean isNight(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return !time.isBefore(NIGHT_BEGINS) && time.isBefore(NIGHT_ENDS);
    }
}
