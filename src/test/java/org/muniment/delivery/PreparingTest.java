package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.delivery.DeliveredItem.Outcome;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRoom;
import org.muniment.review.ReviewDecision;

class PreparingTest {
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void eachItemLeavesAsItWasDecidedAndNothingElseLeaves() throws Exception {
        int released = room.review.released("Underpass", "The underpass is closed on Monday.");
        int redacted = room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
        int withheld = room.review.withheld("Sick leave", "Quillfeather is ill.", "Medical file of an employee");
        int other = room.review.notResponsive("Lunch", "Marmalade at noon?");
        int kept = room.review.keptBack("Claim", "Settle with Quorra for nothing.");
        int file = room.review.file("Rosa Zwingli plan.DOCX", "as it is, byte for byte");

        var delivery = room.prepared();

        assertThat(delivery.state()).isInstanceOf(DeliveryState.Prepared.class);
        assertThat(room.items.of(delivery.id()))
                .extracting(DeliveredItem::item, DeliveredItem::outcome)
                .containsExactly(
                        tuple(released, Outcome.RELEASED),
                        tuple(redacted, Outcome.REDACTED),
                        tuple(withheld, Outcome.WITHHELD),
                        tuple(other, Outcome.NOT_RESPONSIVE),
                        tuple(kept, Outcome.WITHHELD),
                        tuple(file, Outcome.AS_IT_IS));
        assertThat(DeliveryRoom.text(room.file(delivery, label() + "-000002.pdf")))
                .contains("1-210(b)(2)", "earns little");
        var everything = room.everything(delivery);
        assertThat(everything)
                .contains("closed on Monday", "as it is, byte for byte", "certificate", "Medical file of an")
                .contains(label() + "-FILE-" + file + ".docx", "Kept back by counsel", "1-210(b)(10)")
                .doesNotContainIgnoringCase("zwingli")
                .doesNotContainIgnoringCase("quillfeather")
                .doesNotContainIgnoringCase("marmalade")
                .doesNotContainIgnoringCase("quorra")
                .doesNotContain("law.example", "Ana Rivera", "Cleo Stone", "\"query\"", "captures");
        assertThat(room.items.warnings(delivery.id()))
                .extracting(DeliveryWarning::item)
                .contains(file);
    }

    @Test
    void wordsStillShownElsewhereAreToldToWhoeverFinalisesAndToNobodyElse() throws Exception {
        room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
        int left = room.review.released("Thanks", "Thank you, Rosa Zwingli.");
        var delivery = room.prepared();
        assertThat(room.items.warnings(delivery.id())).singleElement().satisfies(warning -> {
            assertThat(warning.item()).isEqualTo(left);
            assertThat(warning.sentence()).contains("still shows").doesNotContain("Zwingli");
        });
    }

    @Test
    void whatIsUndecidedReferredOrADraftStandsInTheWayByNumber() throws Exception {
        room.review.released("A", "a");
        int undecided = room.review.undecided("B", "b");
        int draft = room.review.undecided("C", "some words");
        room.review.draft(draft, "words");
        assertThatThrownBy(() -> room.begin())
                .isInstanceOf(ReleaseIsNotReady.class)
                .hasMessageContaining("2 items are undecided (" + undecided + ", " + draft + ")")
                .hasMessageContaining("1 item has a mark that is a draft (" + draft + ")");
        assertThat(room.table.of(room.review.request().id())).isEmpty();
    }

    @Test
    void whatWasLetGoBeforeCounselKeptItBackLeavesOnCounselsWordAlone() throws Exception {
        int item = room.review.released("Advice", "Quillfeather may sue.");
        room.review.keepBack("city.example");
        assertThatThrownBy(room::begin).hasMessageContaining("let go before counsel kept it back (" + item + ")");
        var rest = room.set.now(room.review.request(), Delivery.Extent.DECIDED_SO_FAR, Delivery.IndexNames.NAMED);
        assertThat(rest.items()).isEmpty();
        assertThat(rest.undecided()).hasSize(1);
        room.review.decideAsCounsel(item, new ReviewDecision.Release());
        assertThat(room.gate.beforePreparing(
                        room.set.now(room.review.request(), Delivery.Extent.WHOLE, Delivery.IndexNames.NAMED)))
                .isEmpty();
    }

    @Test
    void partOfItIsReleasedWhileTheRestIsUndecidedAndPageNumbersGoOn() throws Exception {
        room.review.released("A", "first");
        int later = room.review.undecided("B", "second");
        var first = room.finalised(room.ended(room.begin(Delivery.Extent.DECIDED_SO_FAR)));
        assertThatThrownBy(() -> room.begin(Delivery.Extent.DECIDED_SO_FAR)).hasMessageContaining("nothing to release");

        room.review.decide(later, new ReviewDecision.Release());
        var second = room.prepared();

        assertThat(first.part()).isEqualTo(1);
        assertThat(second.part()).isEqualTo(2);
        assertThat(second.first().number()).isEqualTo(first.first().number() + first.pages());
        assertThat(room.items.of(second.id())).extracting(DeliveredItem::item).containsExactly(later);
    }

    @Test
    void aDecisionThatChangesAfterReleasePutsTheItemIntoTheNextPart() throws Exception {
        int item = room.review.released("Pay", "Rosa Zwingli earns little.");
        room.finalised(room.prepared());
        room.review.draft(item, "Rosa Zwingli");
        room.review.decide(item, new ReviewDecision.Redact());
        var next = room.prepared();
        assertThat(room.items.of(next.id())).extracting(DeliveredItem::outcome).containsExactly(Outcome.REDACTED);
        assertThat(next.first().number()).isEqualTo(2);
    }

    @Test
    void onlyOneReleaseIsOnTheTableAndItCanBeWithdrawn() throws Exception {
        room.review.released("A", "a");
        var prepared = room.prepared();
        assertThatThrownBy(() -> room.begin()).hasMessageContaining("already being prepared");
        room.preparations.withdraw(prepared.id(), "a better one follows", RequestRoom.OFFICER);
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.VOID);
        assertThat(room.folders.packageOf(prepared.id())).doesNotExist();
        assertThat(room.prepared().part()).isEqualTo(1);
    }

    @Test
    void whatTheServersEndBrokeOffIsSaidRemovedAndCanBeBegunAgain() throws Exception {
        room.review.released("A", "a");
        var prepared = room.prepared();
        room.review
                .room()
                .database
                .sql()
                .sql("UPDATE delivery SET state = 'PREPARING'")
                .update();

        room.preparations = room.preparations();

        assertThat(room.found(prepared).state())
                .isInstanceOfSatisfying(
                        DeliveryState.Failed.class,
                        failed -> assertThat(failed.why()).contains("Begin again"));
        assertThat(room.folders.packageOf(prepared.id())).doesNotExist();
        assertThat(room.prepared().state().kind()).isEqualTo(DeliveryState.Kind.PREPARED);
    }

    @Test
    void aPreparationCanBeStopped() throws Exception {
        for (int i = 0; i < 12; i++) room.review.released("A " + i, "word ".repeat(4_000));
        var begun = room.begin();
        room.preparations.withdraw(begun.id(), "", RequestRoom.OFFICER);
        assertThat(room.ended(begun).state().kind()).isEqualTo(DeliveryState.Kind.FAILED);
        assertThat(folder.resolve("deliveries")).isEmptyDirectory();
    }

    @Test
    void aDraftIsLookedAtAsPicturesOnlyEachStamped() throws Exception {
        room.review.released("A", "The underpass is closed.");
        room.review.file("plan.pdf", "%PDF-hostile");
        var delivery = room.prepared();
        var name = delivery.first() + ".pdf";
        var png = room.drafts.picture(delivery, name, 1);
        assertThat(reds(ImageIO.read(new ByteArrayInputStream(png))))
                .as("points of the stamp")
                .isGreaterThan(5_000);
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/draft-page.png"), png);
        assertThat(room.drafts.text(delivery, name, 1)).contains("The underpass is closed.");
        for (var none : List.of("../1/package/" + name, "manifest.json", "x.pdf", label() + "-FILE-2.pdf"))
            assertThatThrownBy(() -> room.drafts.picture(delivery, none, 1)).isInstanceOf(NoSuchDelivery.class);
        assertThatThrownBy(() -> room.drafts.picture(delivery, name, 99)).isInstanceOf(NoSuchDelivery.class);
    }

    @Test
    void aPreparedReleaseStandsInTheWayOfClosing() throws Exception {
        var obstacle = new ReleaseObstacle(room.review.room().database);
        room.review.released("A", "a");
        assertThat(obstacle.standingInTheWay(room.review.request().id())).isEmpty();
        var prepared = room.prepared();
        assertThat(obstacle.standingInTheWay(room.review.request().id())).hasSize(1);
        room.finalise(prepared, RequestRoom.COUNSEL, Set.of());
        assertThat(obstacle.standingInTheWay(room.review.request().id())).isEmpty();
    }

    private String label() {
        return room.review.request().label();
    }

    private static long reds(BufferedImage picture) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                if ((rgb >> 16 & 0xff) - (rgb & 0xff) > 60) count++;
            }
        return count;
    }
}
