package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.rendition.Passage;
import org.muniment.rendition.Run;
import org.muniment.rendition.ShownMessage;
import org.muniment.request.RequestRoom;
import org.muniment.review.MarkDesk.MarkAt;
import org.muniment.review.MarkDesk.MarkForm;
import org.muniment.review.MarkPlaces.MarkPlace;
import org.muniment.review.ReviewDecision.Kind;

class ReviewMarksTest {
    @TempDir
    Path folder;

    private ReviewRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new ReviewRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aMarkIsADraftUntilTheItemIsRedactedAndDraftsNeverReachProduction() throws Exception {
        int number = room.item("Complaint", "Ann Smith called at nine.");
        room.mark(number, "Ann Smith");
        assertThatThrownBy(() -> room.marks())
                .isInstanceOf(DraftMarksStand.class)
                .hasMessageContaining("item 1");
        room.decide(number, new ReviewDecision.Redact());
        assertThat(released(number)).contains("[1-210(b)(2)] called at nine.").doesNotContain("Smith");
        room.mark(number, "nine");
        assertThatThrownBy(() -> room.marks()).isInstanceOf(DraftMarksStand.class);
        undo(number);
        assertThat(released(number)).contains("called at nine.");
    }

    @Test
    void theAmountIsStatedInTheBoxWhereTheLawOfTheRequestWantsIt() throws Exception {
        int number = room.item("Complaint", "Ann Smith called at nine.");
        room.mark(number, "Ann Smith");
        room.decide(number, new ReviewDecision.Redact());
        RedactionMarks marks = room.marks();
        ReviewLaw law = new ReviewLaw(LawBook.shipped(), room.verifications);
        for (String jurisdiction : List.of("us-ct", "us-ma", "us-wi", "us-co"))
            assertThat(labels(number, law.asTheLawWants(marks, new JurisdictionId(jurisdiction), room.request.lawOn())))
                    .as(jurisdiction)
                    .containsExactly("1-210(b)(2)");
        // 5 U.S.C. 552(b), after the exemptions.
        assertThat(labels(number, law.asTheLawWants(marks, new JurisdictionId("us"), room.request.lawOn())))
                .containsExactly("1-210(b)(2), up to 10 words");
    }

    private List<String> labels(int number, RedactionMarks marks) throws Exception {
        var message = ((ReviewMatter.Mail) room.row(number).matter()).accession();
        return marks.begin().apply(message, List.of(message), room.mail.passages(message)).shown().passages().stream()
                .flatMap(passage -> passage.runs().stream())
                .filter(Run.Withheld.class::isInstance)
                .map(run -> ((Run.Withheld) run).label())
                .toList();
    }

    @Test
    void whatIsReleasedWholeIsUndecidedAgainWhenItIsMarked() throws Exception {
        int number = room.item("Complaint", "Ann Smith called.");
        room.decide(number, new ReviewDecision.Release());
        room.mark(number, "Ann Smith");
        assertThat(room.decided()).containsExactly(Kind.UNDECIDED);
        assertThatThrownBy(() -> room.decide(number, new ReviewDecision.Release()))
                .isInstanceOf(ReviewIsMalformed.class)
                .hasMessageContaining("has marks");
        room.marks.remove(room.request, number, room.row(number).version(), 1, room.officer());
        assertThatThrownBy(() -> room.decide(number, new ReviewDecision.Redact()))
                .hasMessageContaining("Nothing is marked yet");
    }

    @Test
    void headersAndNamesOfAttachmentsAreMarkedLikeTheBody() throws Exception {
        int number = room.item("Ann Smith called", "Please call back.");
        MarkForm form = new MarkForm(
                new MarkPlace("subject", 0, 9), ReviewRoom.PERSONNEL, "Her name", PlaceMark.Origin.SELECTED);
        room.marks.add(room.request, number, room.row(number).version(), List.of(form), room.officer());
        room.decide(number, new ReviewDecision.Redact());
        assertThat(released(number)).contains("[1-210(b)(2)] called");
    }

    @Test
    void aPlaceThatIsNotOnThePagesIsRefused() throws Exception {
        int number = room.item("Levy", "The levy.");
        for (MarkPlace place :
                List.of(new MarkPlace("1", 0, 10_000), new MarkPlace("x-mailer", 0, 1), new MarkPlace("1", 3, 3)))
            assertThatThrownBy(() -> room.marks.add(
                            room.request,
                            number,
                            room.row(number).version(),
                            List.of(new MarkForm(place, ReviewRoom.PERSONNEL, "", PlaceMark.Origin.SELECTED)),
                            room.officer()))
                    .isInstanceOf(ReviewIsMalformed.class);
    }

    @Test
    void theSameTextElsewhereIsOfferedAndMarkedOnlyWhereItWasTicked() throws Exception {
        int first = room.item("One", "Ann Smith called.");
        int second = room.item("Two", "Then ANN\nSMITH wrote, and Ann Smith again.");
        int third = room.item("Three", "Nobody.");
        room.mark(first, "Ann Smith");
        var page = room.sameText.look(room.request, first, 1, 0, room.officer());
        assertThat(page.next()).isEmpty();
        assertThat(page.lookedThrough()).isEqualTo(third);
        assertThat(page.places())
                .hasSize(2)
                .allSatisfy(place -> assertThat(place.item()).isEqualTo(second));
        assertThat(page.places().getFirst().text()).isEqualTo("ANN\nSMITH");
        assertThat(room.row(second).state().marks()).isEmpty();
        MarkForm ticked =
                new MarkForm(page.places().getFirst().place(), ReviewRoom.PERSONNEL, "", PlaceMark.Origin.SAME_TEXT);
        var pressed = room.marks.addAll(room.request, List.of(new MarkAt(second, ticked)), room.officer());
        assertThat(room.row(second).state().marks()).hasSize(1).allMatch(PlaceMark::isDraft);
        room.decisions.undoAll(room.request, pressed.batch(), room.officer());
        assertThat(room.row(second).state().marks()).isEmpty();
    }

    @Test
    void howItLeftBeforeIsShownInEveryLaterRequest() throws Exception {
        int number = room.item("Complaint", "Ann Smith called.");
        room.mark(number, "Ann Smith");
        room.decide(number, new ReviewDecision.Redact());
        room.reviews.releasedIn(
                room.id(), "REL-1", room.reviews.items(room.id()).getFirst());
        var message = ((ReviewMatter.Mail) room.row(number).matter()).accession();
        room.request = room.room.entered();
        room.reviews.add(room.id(), List.of(message), RequestRoom.OFFICER);
        var shown = room.reading.open(room.request, 1, room.officer()).releasedBefore();
        assertThat(shown).singleElement().satisfies(before -> {
            assertThat(before.release()).isEqualTo("REL-1");
            assertThat(before.decision()).isEqualTo(Kind.REDACT);
            assertThat(before.marks())
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.code()).isEqualTo("1-210(b)(2)"));
        });
    }

    /// Any place in any text: nothing marked is printed, all else is, and no character is cut in two.
    @Test
    void marksInCodePointsComeThroughToThePages() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed of marksInCodePointsComeThroughToThePages: " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            int number = room.item("Round " + round, text(random));
            Passage body = MarkPlaces.passage(
                    room.mail.passages(((ReviewMatter.Mail) room.row(number).matter()).accession()), "1");
            int length = body.text().codePointCount(0, body.text().length());
            int from = random.nextInt(length);
            int to = from + 1 + random.nextInt(length - from);
            MarkPlace wide = MarkPlaces.widened(body, from, to);
            room.marks.add(
                    room.request,
                    number,
                    0,
                    List.of(new MarkForm(
                            new MarkPlace("1", from, to), ReviewRoom.PERSONNEL, "", PlaceMark.Origin.SELECTED)),
                    room.officer());
            PlaceMark kept = room.row(number).state().marks().getFirst();
            assertThat(new MarkPlace(kept.part(), kept.from(), kept.to())).isEqualTo(wide);
            assertThat(wide.from()).isLessThanOrEqualTo(from);
            assertThat(wide.to()).isGreaterThanOrEqualTo(to);
            room.decide(number, new ReviewDecision.Redact());
            assertThat(words(released(number)))
                    .as("seed " + seed)
                    .contains(words(MarkPlaces.text(body, 0, wide.from()) + "[1-210(b)(2)]"
                            + MarkPlaces.text(body, wide.to(), length)));
        }
    }

    private static String text(Random random) {
        String[] pieces = {
            "a", "levy ", "é", "e\u0301", "👩‍👧", "🇺🇸", "漢", "\n", " ", "שלום", "नि", "\uD83D\uDE00", "> "
        };
        return "x"
                + random.ints(1 + random.nextInt(60), 0, pieces.length)
                        .mapToObj(at -> pieces[at])
                        .collect(Collectors.joining())
                + "x";
    }

    /// On a line with a box, how many spaces there are does not count.
    private static String words(String text) {
        return text.replaceAll(" +", " ");
    }

    /// The body as production would print it.
    private String released(int number) {
        var message = ((ReviewMatter.Mail) room.row(number).matter()).accession();
        ShownMessage shown = room.marks()
                .begin()
                .apply(message, List.of(message), room.mail.passages(message))
                .shown();
        return shown.passages().stream()
                .flatMap(passage -> passage.runs().stream())
                .map(run -> switch (run) {
                    case Run.Shown text -> text.text();
                    case Run.Withheld box -> "[" + box.label() + "]";
                })
                .collect(Collectors.joining());
    }

    private void undo(int number) {
        room.decisions.undo(room.request, number, room.row(number).version(), room.officer());
    }
}
