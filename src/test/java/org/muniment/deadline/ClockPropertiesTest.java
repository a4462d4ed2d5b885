package org.muniment.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.law.Jurisdiction;
import org.muniment.law.LawBook;

class ClockPropertiesTest {
    private static final int TRIES = 400;
    private static final LawBook LAW = LawBook.shipped();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void sayTheSeed() {
        System.out.println("ClockPropertiesTest: -Dseed=" + seed);
    }

    @Test
    void oneMoreClosedDayNeverMakesADateEarlier() {
        for (int i = 0; i < TRIES; i++) {
            Jurisdiction whose = jurisdiction();
            LocalDateTime received = received();
            Office office = office(received.toLocalDate());
            Office closedMore = office.closedAlso(closure(received.toLocalDate()));
            Deadline before = Clock.of(LAW, whose.id(), office).deadline(received, List.of());
            Deadline after = Clock.of(LAW, whose.id(), closedMore).deadline(received, List.of());
            String what = whose.id() + " " + received + " " + closedMore;
            assertThat(far(after.dueOn())).as(what).isAfterOrEqualTo(far(before.dueOn()));
        }
    }

    @Test
    void receivedADayLaterIsNeverDueEarlier() {
        for (int i = 0; i < TRIES; i++) {
            Jurisdiction whose = jurisdiction();
            LocalDateTime received = received();
            Clock clock = Clock.of(LAW, whose.id(), office(received.toLocalDate()));
            assertThat(far(clock.deadline(received.plusDays(1), List.of()).dueOn()))
                    .as(whose.id() + " " + received)
                    .isAfterOrEqualTo(far(clock.deadline(received, List.of()).dueOn()));
        }
    }

    @Test
    void theTraceHasEveryDayOnceAndCountsAsManyAsTheLawSays() {
        for (int i = 0; i < TRIES; i++) {
            Jurisdiction whose = jurisdiction();
            LocalDateTime received = received();
            Deadline deadline =
                    Clock.of(LAW, whose.id(), office(received.toLocalDate())).deadline(received, List.of());
            if (deadline.dueOn().isEmpty()) continue;
            assertThat(deadline.trace().stream().map(Deadline.Day::date))
                    .containsExactlyElementsOf(received.toLocalDate()
                            .datesUntil(deadline.dueOn().get().plusDays(1))
                            .toList());
            int days = ClockRules.of(LAW, whose.id(), received.toLocalDate())
                    .deadline()
                    .days()
                    .orElseThrow();
            assertThat(deadline.trace().stream().filter(Deadline.Day::counted)).hasSize(days);
            assertThat(deadline.dueOn().get().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Test
    void aLaterAnswerToAQuestionNeverMakesTheDateEarlierNorDoesTheQuestion() {
        Jurisdiction federal = LAW.jurisdictions().getFirst();
        for (int i = 0; i < TRIES; i++) {
            LocalDateTime received = received();
            Clock clock = Clock.of(LAW, federal.id(), Office.UNNAMED);
            LocalDate asked = received.toLocalDate().plusDays(random.nextInt(15));
            LocalDate answered = asked.plusDays(random.nextInt(30));
            LocalDate none = clock.deadline(received, List.of()).dueOn().orElseThrow();
            LocalDate with = tolled(clock, received, asked, answered);
            assertThat(with).isAfterOrEqualTo(none);
            assertThat(tolled(clock, received, asked, answered.plusDays(1))).isAfterOrEqualTo(with);
        }
    }

    private static LocalDate tolled(Clock clock, LocalDateTime received, LocalDate asked, LocalDate answered) {
        return clock.deadline(
                        received,
                        List.of(new ClockEvent.Tolled(asked, Optional.empty()), new ClockEvent.Resumed(answered)))
                .dueOn()
                .orElseThrow();
    }

    private Jurisdiction jurisdiction() {
        return LAW.jurisdictions().get(random.nextInt(LAW.jurisdictions().size()));
    }

    private LocalDateTime received() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000)).atTime(random.nextInt(24), random.nextInt(60));
    }

    private Office office(LocalDate near) {
        Optional<Office.Week> week = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Office.Week(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        LocalTime.of(7, 0),
                        LocalTime.of(18, 0)));
        Optional<LocalTime> cutOff = random.nextBoolean() ? Optional.empty() : Optional.of(LocalTime.of(16, 0));
        List<Office.Closure> closures = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) closures.add(closure(near));
        return new Office("an office", week, cutOff, Optional.empty(), Set.of(), closures);
    }

    private Office.Closure closure(LocalDate near) {
        Office.Cause cause = random.nextBoolean() ? Office.Cause.PLANNED : Office.Cause.UNEXPECTED;
        return new Office.Closure(near.plusDays(random.nextInt(30)), cause, "closed");
    }

    private static LocalDate far(Optional<LocalDate> day) {
        return day.orElse(LocalDate.MAX);
    }
}
