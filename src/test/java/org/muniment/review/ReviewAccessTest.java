package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Purpose;
import org.muniment.access.Reader;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestRoom;
import org.muniment.workflow.SealIsBroken;

class ReviewAccessTest {
    /// As who may see the request: that is asked before anything here.
    private static final Reader REVIEWER =
            new Reader(RequestRoom.REVIEWER, new Purpose(Purpose.Kind.RECORDS_REQUEST, "R-2026-0001"));

    private static final Reader BOUND = new Reader(
            new Actor(RequestRoom.OFFICER.person(), "Ana Rivera", RequestRoom.OFFICER.roles(), Set.of(1L), "127.0.0.1"),
            REVIEWER.purpose());

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
    void aReviewerOpensOnlyWhatIsAssigned() throws Exception {
        int mine = room.item("Mine", "For the reviewer.");
        int other = room.item("Other", "For somebody else.");
        room.table.assign(
                room.id(),
                mine,
                mine,
                Optional.of(new ItemRow.Assignee(REVIEWER.actor().person().number(), "Rey Vance")));
        assertThat(room.reading.open(room.request, mine, REVIEWER).passages()).isNotEmpty();
        assertThatThrownBy(() -> room.reading.open(room.request, other, REVIEWER))
                .isInstanceOf(NoSuchItem.class);
        assertThatThrownBy(() -> room.reading.preview(room.request, other, REVIEWER))
                .isInstanceOf(NoSuchItem.class);
        assertThatThrownBy(() -> room.decide(other, new ReviewDecision.Release(), Spread.THIS, REVIEWER))
                .isInstanceOf(NoSuchItem.class);
        assertThatThrownBy(() -> room.reading.open(room.request, 77, REVIEWER)).isInstanceOf(NoSuchItem.class);
    }

    @Test
    void itemsAreAssignedOnlyToReviewersOfTheRequest() throws Exception {
        room.item("One", "Text.");
        assertThatThrownBy(() -> room.assignments.assign(room.request, 1, 1, Optional.of(8L), room.officer()))
                .isInstanceOf(ReviewIsMalformed.class)
                .hasMessageContaining("no reviewer of the request");
    }

    @Test
    void whatCounselKeepsBackIsANumberToEverybodyElse() throws Exception {
        room.keepBack("law.city.example");
        int kept = room.item("avery@law.city.example", "Advice", "Privileged canary.");
        assertThat(room.reviews.progress(room.id()).keptBack()).isEqualTo(1);
        ItemRow row = room.row(kept);
        assertThat(ReviewViews.ReviewLine.of(row, room.door.mayRead(row, RequestRoom.OFFICER)))
                .satisfies(line -> {
                    assertThat(line.subject()).isEmpty();
                    assertThat(line.sender()).isEmpty();
                    assertThat(line.keptBack()).isTrue();
                });
        assertThatThrownBy(() -> room.reading.open(room.request, kept, room.officer()))
                .isInstanceOf(ItemIsKeptBack.class);
        assertThatThrownBy(() -> room.decide(kept, new ReviewDecision.Release()))
                .isInstanceOf(ItemIsKeptBack.class);
        assertThat(room.reading.open(room.request, kept, room.counselReads()).passages())
                .isNotEmpty();
        room.decide(kept, ReviewRoom.withhold(ReviewRoom.PERSONNEL), Spread.THIS, room.counselReads());
        assertThat(room.reviews.progress(room.id()).withCounsel()).isZero();
    }

    @Test
    void aRuleOfCounselThatComesLaterHidesWhatIsInTheReviewAlready() throws Exception {
        int number = room.item("avery@law.city.example", "Advice", "Privileged canary.");
        assertThat(room.reading.open(room.request, number, room.officer()).passages())
                .isNotEmpty();
        room.keepBack("law.city.example");
        assertThatThrownBy(() -> room.reading.open(room.request, number, room.officer()))
                .isInstanceOf(ItemIsKeptBack.class);
        assertThat(room.reviews.items(room.id()).getFirst().keptBack()).isTrue();
    }

    @Test
    void theListFollowsARuleOfCounselThatComesLater() throws Exception {
        room.item("avery@law.city.example", "Canary", "Privileged.");
        room.keepBack("law.city.example");
        ReviewViews.ReviewList all = listed("", room.officer());
        assertThat(all.lines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.keptBack()).isTrue();
            assertThat(line.subject()).isEmpty();
            assertThat(line.sender()).isEmpty();
        });
        assertThat(listed("canary", room.officer()).total()).isZero();
        assertThat(listed("canary", room.counselReads()).lines()).hasSize(1);
    }

    @Test
    void wordsLookedForFirstAnswerNothingAboutWhatARuleHidesSince() throws Exception {
        room.item("avery@law.city.example", "Canary", "Privileged.");
        room.keepBack("law.city.example");
        assertThat(listed("canary", room.officer()).total()).isZero();
    }

    private ReviewViews.ReviewList listed(String words, Reader reader) {
        return room.list().items(1, ItemFilter.Which.ALL, words, false, 0, 100, reader);
    }

    @Test
    void wordsAreNoQuestionAboutTheMailOfOtherDepartments() throws Exception {
        room.item("chief@police.city.example", "Canary", "Of the department.");
        room.item("ana@city.example", "Canary in the budget", "Of another.");
        assertThat(listed("canary", BOUND).total()).isEqualTo(1);
        assertThat(listed("budget", BOUND).total()).isZero();
        assertThat(listed("budget", BOUND).lines()).isEmpty();
        assertThat(listed("", BOUND).total()).isEqualTo(2);
        assertThat(listed("budget", room.officer()).total()).isEqualTo(1);
    }

    @Test
    void counselsRulesAreFollowedAnewWhereItemsWereAddedSince() throws Exception {
        room.keepBack("law.city.example");
        room.item("One", "First.");
        assertThat(room.reviews.progress(room.id()).keptBack()).isZero();
        int number = room.item("avery@law.city.example", "Advice", "Added while counsel made the rule.");
        room.room.database.sql().sql("UPDATE review_item SET kept_back = FALSE").update();
        assertThatThrownBy(() -> room.reading.open(room.request, number, room.officer()))
                .isInstanceOf(ItemIsKeptBack.class);
        assertThat(room.reviews.progress(room.id()).keptBack()).isEqualTo(1);
    }

    @Test
    void howItLeftForARequestThatIsNotYoursIsNotShown() throws Exception {
        int number = room.item("One", "Ann Smith called.");
        room.mark(number, "Ann Smith");
        room.decide(number, new ReviewDecision.Redact());
        RecordsRequest other = room.room.entered();
        room.reviews.releasedIn(
                other.id(), "part 1", room.reviews.items(room.id()).getFirst());
        var assignee = new ItemRow.Assignee(REVIEWER.actor().person().number(), "Rey Vance");
        room.table.assign(room.id(), number, number, Optional.of(assignee));
        assertThat(room.reading.open(room.request, number, room.officer()).releasedBefore())
                .hasSize(1);
        assertThat(room.reading.open(room.request, number, REVIEWER).releasedBefore())
                .isEmpty();
    }

    @Test
    void wordsAreNotLookedForInWhatIsHidden() throws Exception {
        room.keepBack("law.city.example");
        room.item("avery@law.city.example", "Canary", "Privileged.");
        ItemFilter officers = new ItemFilter(ItemFilter.Which.ALL, "canary", Optional.empty(), false);
        ItemFilter counsels = new ItemFilter(ItemFilter.Which.ALL, "CANARY", Optional.empty(), true);
        assertThat(room.table.count(room.id(), officers)).isZero();
        assertThat(room.table.count(room.id(), counsels)).isEqualTo(1);
    }

    @Test
    void theSameTextIsNotShownFromWhatIsHidden() throws Exception {
        room.keepBack("law.city.example");
        int first = room.item("One", "Ann Smith called.");
        room.item("avery@law.city.example", "Canary", "Ann Smith, privileged.");
        room.mark(first, "Ann Smith");
        var page = room.sameText.look(room.request, first, 1, 0, room.officer());
        assertThat(page.places()).isEmpty();
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @Test
    void everyOpeningIsInTheAuditTrailWithTheRequestAsPurpose() throws Exception {
        int number = room.item("One", "Text.");
        long before = room.room.audit.size();
        room.reading.open(room.request, number, room.officer());
        room.reading.preview(room.request, number, room.officer());
        assertThat(room.room.audit.size()).isEqualTo(before + 2);
        assertThat(room.officer().purpose()).isEqualTo(new Purpose(Purpose.Kind.RECORDS_REQUEST, room.request.label()));
    }

    @Test
    void aFileIsSealedOnDiskAndComesBackByteForByte() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed of aFileIsSealedOnDiskAndComesBackByteForByte: " + seed);
        byte[] bytes = new byte[(1 << 20) * 2 + 17];
        new Random(seed).nextBytes(bytes);
        byte[] words = "a canary in a scan".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, bytes, 5, words.length);
        for (int size : List.of(1, 1 << 20, (1 << 20) + 1, bytes.length)) {
            byte[] some = Arrays.copyOf(bytes, size);
            ItemRow item =
                    room.files.add(room.request, "C:\\scans\\plan.tif", new ByteArrayInputStream(some), room.officer());
            var file = (ReviewMatter.OtherFile) item.matter();
            assertThat(file.name()).isEqualTo("plan.tif");
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            room.files.copy(file, back);
            assertThat(back.toByteArray()).isEqualTo(some);
        }
        try (var kept = Files.walk(folder.resolve("workflow"))) {
            for (Path path :
                    kept.filter(one -> one.toString().endsWith(".sealed")).toList())
                assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                        .doesNotContain("a canary in a scan");
        }
    }

    @Test
    void aFileThatWasTamperedWithDoesNotOpenAndIsDecidedWhole() throws Exception {
        ItemRow item =
                room.files.add(room.request, "letter.docx", new ByteArrayInputStream(new byte[5000]), room.officer());
        try (var kept = Files.walk(folder.resolve("workflow"))) {
            Path path = kept.filter(one -> one.toString().endsWith(".sealed"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(path);
            bytes[bytes.length / 2] ^= 1;
            Files.write(path, bytes);
        }
        assertThatThrownBy(() -> room.files.copy((ReviewMatter.OtherFile) item.matter(), new ByteArrayOutputStream()))
                .isInstanceOf(SealIsBroken.class);
        assertThatThrownBy(() -> room.decide(item.number(), new ReviewDecision.Redact()))
                .hasMessageContaining("released or withheld whole");
        room.decide(item.number(), ReviewRoom.withhold(ReviewRoom.PERSONNEL));
    }
}
