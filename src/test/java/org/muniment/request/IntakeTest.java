package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.MailIsNotYoursToRead;
import org.muniment.access.Purpose;
import org.muniment.access.Role;

class IntakeTest {
    @TempDir
    Path folder;

    private RequestRoom room;

    @BeforeEach
    void open() throws IOException {
        room = new RequestRoom(folder);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aRequestIsKeptAsItWasSaidUnderANumberOfItsYear() {
        RecordsRequest first = room.entered();
        RecordsRequest second = room.entered();
        RecordsRequest read = room.requests.require(first.id(), RequestRoom.OFFICER);
        assertThat(read.label()).isEqualTo("R-2026-0001");
        assertThat(second.label()).isEqualTo("R-2026-0002");
        assertThat(read.words()).isEqualTo("All e-mail of Public Works about the underpass, please.");
        assertThat(read.subject()).isEqualTo(room.letter().subject());
        assertThat(read.requester()).isEqualTo(room.letter().requester());
        assertThat(read.status()).isInstanceOf(RequestStatus.Received.class);
        assertThat(read.lawOn()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(read.officer()).contains(new AssignedPerson(RequestRoom.OFFICER.person(), "Ana Rivera"));
        assertThat(room.timeline.of(first.id()))
                .extracting(Timeline.TimelineLine::sentence)
                .last()
                .isEqualTo("Entered as R-2026-0001.");
    }

    @Test
    void theLawIsThatOfTheDayOfReceiptInTheCity() {
        Intake letter = room.letter();
        var lateInTheEvening = new Intake(
                letter.receivedAt().minus(Duration.ofHours(11)),
                letter.receivedBy(),
                letter.office(),
                letter.words(),
                letter.subject(),
                letter.requester(),
                letter.appealOf());
        assertThat(room.intake.enter(lateInTheEvening, RequestRoom.OFFICER).lawOn())
                .isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void nothingIsReceivedInTheFuture() {
        Intake letter = room.letter();
        var tomorrow = new Intake(
                letter.receivedAt().plus(Duration.ofDays(1)),
                letter.receivedBy(),
                letter.office(),
                letter.words(),
                letter.subject(),
                letter.requester(),
                letter.appealOf());
        assertThatThrownBy(() -> room.intake.enter(tomorrow, RequestRoom.OFFICER))
                .hasMessageContaining("in the future");
    }

    @Test
    void aNameOrTheWordAnonymousIsAskedForAndASubjectWithoutAnythingIsNotClear() {
        assertThatThrownBy(() -> new Requester(false, " ", "", "", "", "")).hasMessageContaining("gave none");
        assertThat(new Requester(true, "Somebody", "", "", "", "").name()).isEmpty();
        assertThat(new RequestSubject(true, List.of(" "), Optional.empty(), Optional.empty(), "").isClear())
                .isFalse();
    }

    @Test
    void officersAndCounselSeeEveryRequestOthersNone() {
        RecordsRequest entered = room.entered();
        for (Actor who : List.of(RequestRoom.OFFICER, RequestRoom.COUNSEL)) {
            assertThat(room.requests.seenBy(who)).hasSize(1);
            assertThat(room.requests.readerOf(entered.id(), who).purpose())
                    .isEqualTo(new Purpose(Purpose.Kind.RECORDS_REQUEST, "R-2026-0001"));
        }
        for (Role role : List.of(Role.REVIEWER, Role.ADMINISTRATOR, Role.AUDITOR, Role.APPROVER)) {
            Actor who = RequestRoom.person(30, "Somebody", role);
            assertThat(room.requests.seenBy(who)).as(role.name()).isEmpty();
            assertThatThrownBy(() -> room.requests.require(entered.id(), who)).isInstanceOf(NoSuchRequest.class);
            assertThatThrownBy(() -> room.requests.readerOf(entered.id(), who))
                    .isInstanceOfAny(NoSuchRequest.class, MailIsNotYoursToRead.class);
        }
        assertThatThrownBy(() -> room.requests.readerOf("0", RequestRoom.OFFICER))
                .isInstanceOf(NoSuchRequest.class);
        assertThatThrownBy(() -> room.requests.readerOf("x", RequestRoom.OFFICER))
                .isInstanceOf(NoSuchRequest.class);
    }
}
