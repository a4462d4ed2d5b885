package org.muniment.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.law.JurisdictionId;
import org.muniment.law.ProvisionId;
import org.muniment.request.RequestRoom;

class DeadlineDeskTest {
    @TempDir
    Path folder;

    private RequestRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new RequestRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whatHappenedMovesTheDateAndCanBeTakenBack() {
        ClockStart start = start("us-co", "2026-08-03T09:00", Optional.empty());
        DeadlineDesk desk = room.deadlines.desk();
        assertThat(desk.deadline(start).dueOn()).contains(day("2026-08-06"));
        var extended = new ClockEvent.Extended(day("2026-08-05"), Optional.empty());
        assertThat(desk.deadlineWith(start, extended).dueOn()).contains(day("2026-08-17"));
        assertThat(desk.entries(1)).isEmpty();
        desk.happened(start, extended, "Sent by mail", RequestRoom.OFFICER);
        assertThat(desk.deadlines(List.of(start)).get(1L).dueOn()).contains(day("2026-08-17"));
        desk.takeBack(start, desk.entries(1).getFirst().id(), "Wrong request", RequestRoom.OFFICER);
        assertThat(desk.deadline(start).dueOn()).contains(day("2026-08-06"));
    }

    @Test
    void whatTheLawDoesNotKnowIsNotWrittenDown() {
        ClockStart start = start("us-ct", "2026-07-02T16:30", Optional.empty());
        DeadlineDesk desk = room.deadlines.desk();
        assertThatThrownBy(() -> desk.happened(
                        start, new ClockEvent.Tolled(day("2026-07-06"), Optional.empty()), "", RequestRoom.OFFICER))
                .isInstanceOf(EventIsRefused.class);
        assertThat(desk.entries(1)).isEmpty();
    }

    @Test
    void everyKindOfEventIsReadBackAsItWasWritten() {
        DeadlineTable table = DeadlineTable.in(room.database);
        List<ClockEvent> all = List.of(
                new ClockEvent.Extended(day("2026-07-01"), Optional.of(3)),
                new ClockEvent.Extended(day("2026-07-02"), Optional.empty()),
                new ClockEvent.Tolled(day("2026-07-03"), Optional.of("fee")),
                new ClockEvent.Resumed(day("2026-07-04")),
                new ClockEvent.Closed(day("2026-07-05"), "storm"),
                new ClockEvent.ThirdPartyNotified(day("2026-07-06")),
                new ClockEvent.Answered(day("2026-07-07")));
        all.forEach(event ->
                table.add(9, event, "", RequestRoom.OFFICER, room.clock().instant()));
        assertThat(table.events(9).stream().map(ClockEntry::event)).containsExactlyElementsOf(all);
    }

    @Test
    void theTimeForRequestsDoesNotRunForAnAppealAndTheLawsRowIsTold() {
        for (String jurisdiction : List.of("us", "us-ct", "us-ma", "us-wi", "us-co")) {
            var appeal = new ClockStart(
                    7,
                    new JurisdictionId(jurisdiction),
                    LocalDateTime.parse("2026-07-02T09:00"),
                    Optional.empty(),
                    true);
            Deadline deadline = room.deadlines.desk().deadline(appeal);
            assertThat(deadline.dueOn()).isEmpty();
            assertThat(deadline.kind()).isEqualTo(DeadlineKind.ON_APPEAL);
            assertThat(deadline.rule().id().value()).startsWith(jurisdiction + "/appeal/");
            assertThat(deadline.sentence())
                    .contains("does not run", deadline.rule().plain());
            assertThat(room.deadlines.desk().deadlines(List.of(appeal)).get(7L)).isEqualTo(deadline);
            assertThatThrownBy(() -> room.deadlines
                            .desk()
                            .happened(appeal, new ClockEvent.Answered(day("2026-07-07")), "", RequestRoom.OFFICER))
                    .isInstanceOf(EventIsRefused.class);
        }
    }

    @Test
    void anOfficesDaysAndTheCitysClosedDaysCount() {
        CityOffices offices = room.deadlines.offices();
        var week = new Office.Week(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                LocalTime.of(7, 0),
                LocalTime.of(18, 0));
        var hall = new Office(
                "City Hall",
                Optional.of(week),
                Optional.of(LocalTime.of(18, 0)),
                Optional.empty(),
                Set.of(new ProvisionId("us-ma/calendar/evacuation-day")),
                List.of());
        offices.keep(Optional.empty(), hall, RequestRoom.OFFICER);
        offices.close(
                Optional.empty(),
                new Office.Closure(day("2026-08-04"), Office.Cause.UNEXPECTED, "Storm"),
                RequestRoom.OFFICER);
        Office read = offices.of(new JurisdictionId("us-co"), Optional.of("city hall"));
        assertThat(read.week()).isEqualTo(hall.week());
        assertThat(read.keeps()).isEqualTo(hall.keeps());
        Deadline deadline =
                room.deadlines.desk().deadline(start("us-co", "2026-08-03T09:00", Optional.of("City Hall")));
        assertThat(deadline.dueOn()).contains(day("2026-08-06"));
        assertThat(deadline.otherReading().orElseThrow().dueOn()).isEqualTo(day("2026-08-10"));
        assertThatThrownBy(() -> offices.keep(Optional.empty(), hall, RequestRoom.OFFICER))
                .hasMessageContaining("already");
    }

    private static ClockStart start(String jurisdiction, String receivedAt, Optional<String> office) {
        return new ClockStart(1, new JurisdictionId(jurisdiction), LocalDateTime.parse(receivedAt), office, false);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
