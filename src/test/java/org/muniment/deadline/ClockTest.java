package org.muniment.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;

class ClockTest {
    private static final LocalDateTime THURSDAY = LocalDateTime.parse("2026-07-02T16:30");

    @Test
    void everyDayFromReceiptToTheDateIsAccountedFor() {
        Deadline deadline = due("us-ct", THURSDAY);
        assertThat(deadline.dueOn()).contains(day("2026-07-09"));
        assertThat(deadline.kind()).isEqualTo(DeadlineKind.DEEMED_DENIED);
        assertThat(deadline.trace().stream().map(Deadline.Day::date))
                .containsExactlyElementsOf(
                        day("2026-07-02").datesUntil(day("2026-07-10")).toList());
        assertThat(deadline.trace().stream().filter(Deadline.Day::counted)).hasSize(4);
        assertThat(deadline.trace().get(1).why())
                .isEqualTo("Independence Day, kept on this day because July 4, 2026 is a Saturday");
        assertThat(deadline.trace().get(1).citation()).contains("Conn. Gen. Stat. § 1-4");
    }

    @Test
    void silenceThatIsADenialStartsTheAppeal() {
        Deadline.Other appeal = due("us-ct", THURSDAY).others().getFirst();
        assertThat(appeal.dueOn()).contains(day("2026-08-08"));
        assertThat(appeal.rule().citation()).contains("1-206(b)(1)");
    }

    @Test
    void theClockRunsAgainTheDayAfterTheAnswer() {
        Deadline without = due("us", LocalDateTime.parse("2026-06-01T09:00"));
        Deadline with = due(
                "us",
                LocalDateTime.parse("2026-06-01T09:00"),
                new ClockEvent.Tolled(day("2026-06-08"), Optional.empty()),
                new ClockEvent.Resumed(day("2026-06-15")));
        assertThat(without.dueOn()).contains(day("2026-06-30"));
        assertThat(with.dueOn()).contains(day("2026-07-08"));
        assertThat(with.segments().stream().map(Deadline.Segment::state))
                .containsExactly(Deadline.State.RUNNING, Deadline.State.STANDING_STILL, Deadline.State.RUNNING);
    }

    @Test
    void whileTheClockStandsStillThereIsNoDateButASentence() {
        Deadline open = due("us", THURSDAY, new ClockEvent.Tolled(day("2026-07-08"), Optional.of("fee")));
        assertThat(open.dueOn()).isEmpty();
        assertThat(open.standsStill()).isTrue();
        assertThat(open.sentence()).contains("17 of 20 days are left");
        assertThat(open.lateness(day("2030-01-01"))).isEqualTo(Deadline.Lateness.NO_DATE);
    }

    @Test
    void oneQuestionStopsTheFederalClockAndASecondIsRefusedWithTheCitation() {
        var first = new ClockEvent.Tolled(day("2026-07-06"), Optional.of("information"));
        var answer = new ClockEvent.Resumed(day("2026-07-08"));
        var second = new ClockEvent.Tolled(day("2026-07-10"), Optional.of("information"));
        assertThatThrownBy(() -> due("us", THURSDAY, first, answer, second))
                .isInstanceOf(EventIsRefused.class)
                .hasMessageContaining("5 U.S.C. 552(a)(6)(A)(ii)(I)");
        var fee = new ClockEvent.Tolled(day("2026-07-10"), Optional.of("fee"));
        assertThat(due("us", THURSDAY, first, answer, fee).standsStill()).isTrue();
    }

    @Test
    void whatTheLawDoesNotKnowIsRefusedWithWhatItSays() {
        var extend = new ClockEvent.Extended(day("2026-07-06"), Optional.empty());
        assertThatThrownBy(() -> due("us-ct", THURSDAY, extend))
                .hasMessageContaining("no extension")
                .hasMessageContaining("Conn. Gen. Stat. § 1-206(a)");
        assertThatThrownBy(() -> due("us-wi", THURSDAY, extend)).hasMessageContaining("19.35(4)(a)");
        for (String jurisdiction : List.of("us-ct", "us-ma", "us-wi", "us-co"))
            assertThatThrownBy(() ->
                            due(jurisdiction, THURSDAY, new ClockEvent.Tolled(day("2026-07-06"), Optional.empty())))
                    .isInstanceOf(EventIsRefused.class);
    }

    @Test
    void anExtensionAfterTheTimeHasRunOutIsRefused() {
        var late = new ClockEvent.Extended(day("2026-07-10"), Optional.empty());
        assertThatThrownBy(() -> due("us-co", THURSDAY, late)).hasMessageContaining("the time had run out on July 7");
    }

    @Test
    void aPetitionLeavesTheAnswerWhereItIsAndMovesTheProduction() {
        Deadline petitioned = due("us-ma", THURSDAY, new ClockEvent.Extended(day("2026-07-20"), Optional.empty()));
        assertThat(petitioned.dueOn()).isEqualTo(due("us-ma", THURSDAY).dueOn());
        assertThat(petitioned.others().stream()
                        .filter(other -> other.rule().id().value().equals("us-ma/clock/produce-after-petition"))
                        .findFirst()
                        .orElseThrow()
                        .dueOn())
                .isPresent();
    }

    @Test
    void wisconsinHasNoDayButAReason() {
        Deadline deadline = due("us-wi", THURSDAY);
        assertThat(deadline.dueOn()).isEmpty();
        assertThat(deadline.sentence()).contains("as soon as practicable and without delay");
        assertThat(deadline.rule().citation()).isEqualTo("Wis. Stat. § 19.35(4)(a)");
    }

    @Test
    void anOfficeWorksItsOwnWeekAndTheDateByTheStricterReadingIsShownBeside() {
        Office westminster = CityOffices.shipped(LawBook.shipped(), new JurisdictionId("us-co"), "westminster");
        Deadline deadline = Clock.of(LawBook.shipped(), new JurisdictionId("us-co"), westminster)
                .deadline(LocalDateTime.parse("2026-08-05T10:00"), List.of());
        assertThat(deadline.dueOn()).contains(day("2026-08-11"));
        assertThat(deadline.otherReading().orElseThrow().dueOn()).isEqualTo(day("2026-08-10"));
    }

    @Test
    void whatArrivesAfterTheOfficesOwnCutOffCountsFromItsNextDay() {
        Office office = new Office(
                "City Hall", Optional.empty(), Optional.of(LocalTime.of(16, 0)), Optional.empty(), Set.of(), List.of());
        Clock clock = Clock.of(LawBook.shipped(), new JurisdictionId("us-ct"), office);
        assertThat(clock.deadline(THURSDAY, List.of()).dueOn()).contains(day("2026-07-10"));
        assertThat(clock.deadline(THURSDAY.withHour(15), List.of()).dueOn()).contains(day("2026-07-09"));
    }

    @Test
    void anUnexpectedClosureDoesNotCountInMassachusettsAndCountsForTheFederalGovernment() {
        var storm = new ClockEvent.Closed(day("2026-07-06"), "storm");
        assertThat(due("us-ma", THURSDAY, storm).dueOn()).contains(day("2026-07-17"));
        assertThat(due("us", THURSDAY, storm).dueOn())
                .isEqualTo(due("us", THURSDAY).dueOn());
    }

    @Test
    void anAnswerIsJudgedAgainstTheDateForGood() {
        Deadline late = due("us-ma", THURSDAY, new ClockEvent.Answered(day("2026-07-17")));
        assertThat(late.lateness(day("2026-07-01"))).isEqualTo(Deadline.Lateness.ANSWERED_LATE);
        Deadline inTime = due("us-ma", THURSDAY, new ClockEvent.Answered(day("2026-07-16")));
        assertThat(inTime.lateness(day("2030-07-01"))).isEqualTo(Deadline.Lateness.ANSWERED_IN_TIME);
    }

    private static Deadline due(String jurisdiction, LocalDateTime receivedAt, ClockEvent... events) {
        return Clock.of(LawBook.shipped(), new JurisdictionId(jurisdiction), Office.UNNAMED)
                .deadline(receivedAt, List.of(events));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
