package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.muniment.request.RequestStatus.Kind;

class PreservationsTest {
    private static final Actor OFFICER = RequestRoom.OFFICER;

    @TempDir
    Path folder;

    private RequestRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new RequestRoom(folder);
        room.deliver(
                "inez@works.city.example", "x@city.example", "Pumps", "Mon, 02 Mar 2026 09:00:00 +0000", "underpasses");
        room.deliver("inez@works.city.example", "x@city.example", "Trees", "Mon, 02 Mar 2026 09:00:00 +0000", "elms");
        room.deliver(
                "bob@parks.city.example", "x@city.example", "Pumps", "Mon, 02 Mar 2026 09:00:00 +0000", "underpass");
        room.deliver(
                "inez@works.city.example", "x@city.example", "Old", "Mon, 03 Mar 2025 09:00:00 +0000", "underpass");
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aRequestPreservesItsScopeAndMoreThanItLooksFor() throws Exception {
        RecordsRequest request = entered(works("underpass culvert"));
        assertThat(preserved()).containsExactly(0L);
        assertThat(room.preservations.count(request.id()).orElseThrow().messages())
                .isEqualTo(1);
    }

    @Test
    void whileTheScopeIsUnclearEverythingIsPreserved() throws Exception {
        RecordsRequest request = entered(RequestSubject.unclear());
        assertThat(preserved()).containsExactly(0L, 1L, 2L, 3L);
        room.desk.changeSubject(request.id(), works("elm"), OFFICER);
        assertThat(preserved()).containsExactly(1L);
        room.desk.changeSubject(request.id(), RequestSubject.unclear(), OFFICER);
        assertThat(preserved()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aNarrowerScopeFreesNothingUntilCounselLetsItStand() throws Exception {
        RecordsRequest request = entered(works("underpass"));
        room.desk.changeSubject(request.id(), works("elm"), OFFICER);
        assertThat(preserved()).containsExactly(0L, 1L);
        assertThat(room.preservations.count(request.id()).orElseThrow().messages())
                .isEqualTo(2);
        assertThat(room.preservations.covering(new AccessionNumber(9_999)))
                .as("a request is named once, however many scopes it has")
                .hasSize(1);
        letGo(request, "The requester asks for elms only.", 0);
        assertThat(preserved()).containsExactly(1L);
        assertThatThrownBy(() -> letGo(request, "Nothing.", 0)).isInstanceOf(PreservationStands.class);
        assertThat(preserved()).containsExactly(1L);
    }

    @Test
    void scopesThatTogetherAreTooLongForOneQueryAreCountedAllTheSame() throws Exception {
        RecordsRequest request = entered(works("underpass " + many("a")));
        room.desk.changeSubject(request.id(), works("elm " + many("b")), OFFICER);
        assertThat(preserved()).containsExactly(0L, 1L);
        assertThat(room.preservations.count(request.id()).orElseThrow().messages())
                .isEqualTo(2);
    }

    private static String many(String letter) {
        return IntStream.range(0, 300).mapToObj(number -> letter + number).collect(Collectors.joining(" "));
    }

    @Test
    void whatWasWidenedAndNarrowedEndsWithTheLawsDayAllTogether() {
        RecordsRequest request = entered(works("underpass"));
        room.desk.changeSubject(request.id(), works("elm"), OFFICER);
        room.closing.close(request.id(), Determination.DENIED, "", OFFICER);
        room.pass(Duration.ofDays(31));
        room.preservations.letGo(OFFICER);
        assertThat(preserved()).isEmpty();
    }

    @Test
    void aRequestEnteredByMistakePreservesUntilCounselLetsGo() throws Exception {
        RecordsRequest request = entered(works("underpass"));
        room.desk.move(request.id(), Kind.MISFILED, "Entered twice.", OFFICER);
        assertThat(preserved()).containsExactly(0L);
        room.pass(Duration.ofDays(4_000));
        room.preservations.letGo(OFFICER);
        assertThat(preserved()).containsExactly(0L);
        letGo(request, "The same as another request.", 0);
        assertThat(preserved()).isEmpty();
        room.desk.move(request.id(), Kind.RECEIVED, "", OFFICER);
        assertThat(preserved()).containsExactly(0L);
    }

    @Test
    void ifSomebodyNamedIsNobodyKnownNobodysMailIsLeftOut() {
        entered(new RequestSubject(
                true, List.of("The works department"), Optional.empty(), Optional.empty(), "underpass"));
        assertThat(preserved()).containsExactly(0L, 2L, 3L);
    }

    @Test
    void whoeverNamesSomebodyElseFreesNothingThatAnUnknownNamePreserved() throws Exception {
        RecordsRequest request = entered(named("Nobody Known"));
        assertThat(preserved()).containsExactly(0L, 1L, 2L, 3L);
        room.desk.changeSubject(request.id(), named("bob@parks.city.example"), OFFICER);
        assertThat(preserved()).as("not unclear, but wide").containsExactly(0L, 1L, 2L, 3L);
        letGo(request, "Bob is meant.", 0);
        assertThat(preserved()).containsExactly(2L);
    }

    private static RequestSubject named(String who) {
        return new RequestSubject(true, List.of(who), Optional.empty(), Optional.empty(), "");
    }

    @Test
    void counselLetsGoOfWhatCounselSawAndOfNothingElse() throws Exception {
        RecordsRequest request = entered(works("underpass"));
        room.desk.changeSubject(request.id(), works("elm"), OFFICER);
        List<Long> seen = entries(request);
        room.desk.changeSubject(request.id(), works("zebra"), OFFICER);
        assertThatThrownBy(() -> room.preservations.end(
                        request.id(), seen.subList(0, 1), "Elms are meant.", RequestRoom.COUNSEL))
                .isInstanceOf(PreservationStands.class)
                .hasMessageContaining("changed since you looked");
        assertThat(preserved()).containsExactly(0L, 1L);
    }

    @Test
    void whatTheLawPreservesToADayCounselDoesNotEndBefore() throws Exception {
        RecordsRequest request = entered(works("underpass"));
        room.closing.close(request.id(), Determination.DENIED, "", OFFICER);
        assertThatThrownBy(() -> letGo(request, "Nothing follows.", 0))
                .isInstanceOf(PreservationStands.class)
                .hasMessageContaining("2026-12-23");
        assertThatThrownBy(() -> room.desk.changeSubject(request.id(), works("zebra"), OFFICER))
                .isInstanceOf(SubjectStands.class);
        assertThat(preserved()).containsExactly(0L);
    }

    /// Counsel lets go of these standing scopes, the first placed being 0.
    private void letGo(RecordsRequest request, String why, int... scopes) {
        List<Long> all = entries(request);
        List<Long> chosen = IntStream.of(scopes).mapToObj(all::get).toList();
        room.preservations.end(request.id(), chosen, why, RequestRoom.COUNSEL);
    }

    private List<Long> entries(RecordsRequest request) {
        return room.preservations.of(request.id()).reversed().stream()
                .filter(row -> row.endedAt().isEmpty())
                .map(row -> row.event().index())
                .toList();
    }

    @Test
    void whatIsNotIndexedIsPreserved() {
        entered(works("underpass"));
        assertThat(room.preservations.covering(new AccessionNumber(9_999))).hasSize(1);
    }

    @Test
    void eachChangeIsInTheArchivesLogFirst() throws Exception {
        RecordsRequest request = entered(works("underpass"));
        room.desk.changeSubject(request.id(), works("elm"), OFFICER);
        room.desk.move(request.id(), Kind.MISFILED, "Entered twice.", OFFICER);
        letGo(request, "Entered twice.", 0, 1);
        room.desk.move(request.id(), Kind.RECEIVED, "", OFFICER);
        assertThat(lifecycleKinds())
                .containsSubsequence(
                        "request-received",
                        "request-preservation-placed",
                        "request-preservation-changed",
                        "request-preservation-ended",
                        "request-preservation-placed");
    }

    @Test
    void connecticutPreservesThroughTheTimeToAppealAndThenLetsGo() {
        RecordsRequest request = entered(works("underpass"));
        room.closing.close(request.id(), Determination.DENIED, "", OFFICER);
        assertThat(room.preservations.covering(new AccessionNumber(0))).first().satisfies(one -> {
            assertThat(one.until()).contains(LocalDate.parse("2026-12-23"));
            assertThat(one.why()).contains("30 calendar days to appeal", "Conn. Gen. Stat.");
        });
        room.pass(Duration.ofDays(30));
        room.preservations.letGo(OFFICER);
        assertThat(preserved()).containsExactly(0L);
        room.pass(Duration.ofDays(1));
        room.preservations.letGo(OFFICER);
        assertThat(preserved()).isEmpty();
        room.desk.move(request.id(), Kind.REOPENED, "Two more boxes.", OFFICER);
        assertThat(preserved()).containsExactly(0L);
    }

    @Test
    void wisconsinPreservesNinetyBusinessDaysAndColoradoNamesNoDay() throws Exception {
        try (var wisconsin = new RequestRoom(folder.resolve("wi"), "us-wi");
                var colorado = new RequestRoom(folder.resolve("co"), "us-co")) {
            assertThat(afterDenial(wisconsin).until())
                    .isPresent()
                    .get()
                    .satisfies(day -> assertThat(day)
                            .isAfter(LocalDate.parse("2026-11-23").plusDays(90 * 7 / 5)));
            assertThat(afterDenial(colorado).until()).isEmpty();
            colorado.pass(Duration.ofDays(4_000));
            colorado.preservations.letGo(OFFICER);
            assertThat(colorado.preservations.covering(new AccessionNumber(0))).hasSize(1);
        }
    }

    @Test
    void anAppealPreservesOnForTheRequestItAppeals() {
        RecordsRequest request = entered(works("underpass"));
        room.closing.close(request.id(), Determination.DENIED, "", OFFICER);
        RecordsRequest appeal = room.closing.appeal(request.id(), room.letter(), OFFICER);
        room.pass(Duration.ofDays(400));
        room.preservations.letGo(OFFICER);
        assertThat(room.preservations.covering(new AccessionNumber(0)))
                .extracting(Preservations.Preserved::label)
                .containsExactly(request.label(), appeal.label());
    }

    private static Preservations.Preserved afterDenial(RequestRoom elsewhere) {
        RecordsRequest request = elsewhere.entered();
        elsewhere.closing.close(request.id(), Determination.DENIED, "", OFFICER);
        return elsewhere.preservations.covering(new AccessionNumber(0)).getFirst();
    }

    private List<String> lifecycleKinds() throws IOException {
        List<String> kinds = new ArrayList<>();
        try (EntryReader reader = room.archive.entries(new AccessionNumber(0))) {
            for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next())
                if (entry.get() instanceof LogEntry.Lifecycle lifecycle)
                    kinds.add(lifecycle.event().kind());
        }
        return kinds;
    }

    private RecordsRequest entered(RequestSubject subject) {
        Intake letter = room.letter();
        return room.intake.enter(
                new Intake(
                        letter.receivedAt(),
                        letter.receivedBy(),
                        letter.office(),
                        letter.words(),
                        subject,
                        letter.requester(),
                        Optional.empty()),
                OFFICER);
    }

    private static RequestSubject works(String words) {
        return new RequestSubject(
                true,
                List.of("works.city.example"),
                Optional.of(LocalDate.parse("2026-01-01")),
                Optional.of(LocalDate.parse("2026-06-30")),
                words);
    }

    /// The messages of the first four that are preserved.
    private List<Long> preserved() {
        return LongStream.range(0, 4)
                .filter(number -> !room.preservations
                        .covering(new AccessionNumber(number))
                        .isEmpty())
                .boxed()
                .toList();
    }
}
