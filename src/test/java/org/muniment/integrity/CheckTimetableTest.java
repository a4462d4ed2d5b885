package org.muniment.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muniment.archive.IntegrityCheck.Level;

class CheckTimetableTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T18:00:00Z");

    private final CheckTimetable timetable = new CheckTimetable(CHICAGO);

    private Instant due(Level level, Optional<Instant> last) {
        return timetable.dueAt(level, last, MONDAY_NOON);
    }

    @Test
    void aNewArchiveIsCheckedQuicklyAfterAnHourAndFullyInTheFirstNight() {
        assertThat(due(Level.QUICK, Optional.empty())).isEqualTo("2026-11-23T19:00:00Z");
        assertThat(due(Level.FULL, Optional.empty())).isEqualTo("2026-11-24T07:00:00Z");
    }

    @Test
    void scrubIsDueEveryWeekAndFullEveryMonthAtOneInTheMorningOfTheCity() {
        Optional<Instant> last = Optional.of(Instant.parse("2026-10-31T07:30:00Z"));
        assertThat(due(Level.SCRUB, last)).isEqualTo("2026-11-07T07:00:00Z");
        assertThat(due(Level.FULL, last)).isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void nothingLongBeginsByDayUnlessItHasWaitedForOne() {
        Instant due = Instant.parse("2026-11-24T07:00:00Z");
        assertThat(timetable.mayBegin(Level.FULL, due, due.minusSeconds(1))).isFalse();
        assertThat(timetable.mayBegin(Level.FULL, due, due)).isTrue();
        assertThat(timetable.mayBegin(Level.FULL, due, Instant.parse("2026-11-24T10:59:00Z")))
                .isTrue();
        assertThat(timetable.mayBegin(Level.FULL, due, Instant.parse("2026-11-24T11:00:00Z")))
                .isFalse();
        assertThat(timetable.mayBegin(Level.FULL, due, Instant.parse("2026-11-25T15:00:00Z")))
                .isTrue();
        assertThat(timetable.mayBegin(Level.QUICK, due, Instant.parse("2026-11-24T15:00:00Z")))
                .isTrue();
    }

    @Test
    void aNightWithoutAnHourOneHasACheckAllTheSame() {
        ZoneId azores = ZoneId.of("Atlantic/Azores");
        Instant last = Instant.parse("2027-03-21T01:00:00Z");
        Instant due = new CheckTimetable(azores).dueAt(Level.SCRUB, Optional.of(last), last);
        assertThat(new CheckTimetable(azores).mayBegin(Level.SCRUB, due, due)).isTrue();
    }
}
