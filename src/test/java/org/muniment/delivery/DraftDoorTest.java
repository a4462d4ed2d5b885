package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRefused;
import org.muniment.request.RequestRoom;
import org.muniment.review.ReviewDecision;

/// Printed pages are read by those who may read the messages, and by nobody else.
class DraftDoorTest {
    private static final List<String> PAPERS = List.of("cover.pdf", "withholding-index.pdf", "redaction-log.pdf");
    private static final Actor OF_A_DEPARTMENT =
            new Actor(RequestRoom.OFFICER.person(), "Ana Rivera", RequestRoom.OFFICER.roles(), Set.of(1L), "127.0.0.1");
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;
    private int released;
    private int withheld;
    private Delivery prepared;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        released = room.review.released("Underpass", "The underpass is closed.");
        withheld = room.review.withheld("Sick leave", "Quillfeather is ill.", "Medical file of an employee");
        prepared = room.prepared();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aLookIsWrittenDownWithTheMessagesThatStandOnThePage() {
        assertThat(open(prepared, page(), RequestRoom.OFFICER)).containsExactly(message(released));
        assertThat(open(prepared, "withholding-index.pdf", RequestRoom.OFFICER)).containsExactly(message(withheld));
        assertThat(open(prepared, "cover.pdf", RequestRoom.OFFICER)).isEmpty();
    }

    @Test
    void whoIsBoundToADepartmentReadsNoPageOfOthersAndNoPaperAboutAll() {
        refuses(prepared, page(), OF_A_DEPARTMENT, "no item " + released);
        for (var paper : PAPERS) refuses(prepared, paper, OF_A_DEPARTMENT, "every department");
    }

    @Test
    void whatIsNotAsItWasDecidedAnyMoreIsNotLookedAt() {
        room.review.decide(withheld, new ReviewDecision.NotResponsive());
        refuses(prepared, page(), RequestRoom.OFFICER, "was changed after");
        refuses(prepared, "withholding-index.pdf", RequestRoom.COUNSEL, "was changed after");
    }

    @Test
    void whatCounselKeepsBackSinceIsReadByCounselAlone() throws Exception {
        var finalised = room.finalised(prepared);
        assertThat(open(finalised, page(), RequestRoom.OFFICER)).hasSize(1);
        room.review.keepBack("city.example");
        refuses(finalised, page(), RequestRoom.OFFICER, "Counsel keeps item " + released);
        for (var paper : PAPERS) refuses(finalised, paper, RequestRoom.OFFICER, "Ask counsel");
        assertThat(open(finalised, page(), RequestRoom.COUNSEL)).hasSize(1);
        assertThat(open(finalised, "withholding-index.pdf", RequestRoom.COUNSEL))
                .hasSize(1);
    }

    @Test
    void whateverBecameOfAnItemSinceAPaperThatMayNameItIsCounselsOnceCounselKeepsItBack() throws Exception {
        var finalised = room.finalised(prepared);
        for (int item : new int[] {released, withheld}) room.review.decide(item, new ReviewDecision.NotResponsive());
        room.review.keepBack("city.example");
        for (var paper : PAPERS) refuses(finalised, paper, RequestRoom.OFFICER, "Ask counsel");
    }

    @Test
    void whatCounselKeepsBackSinceGoesOutOnlyOnceCounselLetsItGo() throws Exception {
        var finalised = room.finalised(prepared);
        room.review.keepBack("city.example");
        staysIn(finalised);
        room.review.decideAsCounsel(released, new ReviewDecision.Release());
        assertThat(room.handing
                        .handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER)
                        .link())
                .isNotNull();
    }

    @Test
    void anotherDecisionRecordedMeanwhileLetsNothingOut() throws Exception {
        var finalised = room.finalised(prepared);
        room.review.decide(released, new ReviewDecision.NotResponsive());
        room.review.keepBack("city.example");
        staysIn(finalised);
    }

    private void staysIn(Delivery finalised) {
        assertThatThrownBy(() -> room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class)
                .hasMessageContaining("Counsel keeps back what this release prints (item " + released + ")");
    }

    @Test
    void onlyPagesAndPapersOfWhatWasPreparedAreLookedAt() throws Exception {
        refuses(prepared, "other.pdf", RequestRoom.OFFICER, "no such page");
        refuses(prepared, "withholding-index-2.pdf", RequestRoom.OFFICER, "no such page");
        assertThat(open(prepared, "R-2026-0001-search-certificate-1.pdf", RequestRoom.OFFICER))
                .isEmpty();
        room.preparations.withdraw(prepared.id(), "a better one follows", RequestRoom.OFFICER);
        refuses(room.found(prepared), page(), RequestRoom.COUNSEL, "was not made");
        var begun = room.begin();
        refuses(begun, begun.first() + ".pdf", RequestRoom.COUNSEL, "still being prepared");
        refuses(begun, "cover.pdf", RequestRoom.OFFICER, "still being prepared");
        room.ended(begun);
    }

    private List<AccessionNumber> open(Delivery delivery, String file, Actor actor) {
        return room.door.open(room.review.request(), delivery, file, actor);
    }

    private void refuses(Delivery delivery, String file, Actor actor, String sentence) {
        assertThatThrownBy(() -> open(delivery, file, actor))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining(sentence);
    }

    private String page() {
        return prepared.first() + ".pdf";
    }

    private AccessionNumber message(int item) {
        return room.items.of(prepared.id()).stream()
                .filter(one -> one.item() == item)
                .findFirst()
                .flatMap(DeliveredItem::message)
                .orElseThrow();
    }
}
