package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRoom;
import org.muniment.review.ReviewDecision;

/// Whoever acts on a release may have read it long before: what counts is how it stands when they act.
class StaleReleaseTest {
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;
    private Delivery prepared;
    private int item;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        item = room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
        prepared = room.prepared();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whatIsFinalisedIsNotWithdrawnNorIsWhatWasRecalled() throws Exception {
        var finalised = room.finalised(prepared);
        room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER);
        var files = filesOf(finalised);
        withdrawIsRefused();
        assertThat(filesOf(finalised)).isEqualTo(files);
        room.handing.recall(finalised.id(), "wrong", RequestRoom.OFFICER);
        withdrawIsRefused();
        assertThat(room.file(finalised, "manifest.note")).exists();
    }

    @Test
    void theSecondOfTwoWhoFinaliseIsRefusedAndTheFirstOnesReleaseStaysWhole() throws Exception {
        var finalised = room.finalised(prepared);
        room.review.decide(item, new ReviewDecision.NotResponsive());
        var files = filesOf(finalised);
        assertThatThrownBy(() -> room.finalised(prepared)).isInstanceOf(ReleaseIsNotReady.class);
        assertThat(room.found(prepared).state()).isEqualTo(finalised.state());
        assertThat(filesOf(finalised)).isEqualTo(files);
        assertThat(room.review.request().releases()).isEqualTo(1);
    }

    @Test
    void whatWasWithdrawnIsNotFinalisedAndTheLogSaysNothing() throws Exception {
        room.preparations.withdraw(prepared.id(), "a better one follows", RequestRoom.OFFICER);
        long logged = room.review.room().archive.size();
        assertThatThrownBy(() -> room.finalised(prepared)).isInstanceOf(ReleaseIsNotReady.class);
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.VOID);
        assertThat(room.review.room().archive.size()).isEqualTo(logged);
    }

    @Test
    void whatWasRecalledIsNeitherRecalledNorHandedOverByWhoReadItBefore() throws Exception {
        var finalised = room.finalised(prepared);
        room.handing.recall(finalised.id(), "wrong", RequestRoom.OFFICER);
        long logged = room.review.room().archive.size();
        assertThatThrownBy(() -> room.handing.recall(finalised.id(), "again", RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class);
        assertThatThrownBy(() -> room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class);
        assertThat(room.review.room().archive.size()).isEqualTo(logged);
    }

    @Test
    void whatIsPrintedIsWhatWasCoveredWhateverTheReviewSaysMeanwhile() throws Exception {
        var covered = room.set.of(room.review.request(), prepared);
        room.review.decide(item, new ReviewDecision.NotResponsive());
        var made = room.press.make(prepared, covered, new PreparationProgress());
        assertThat(made.redactions()).isEqualTo(1);
        assertThat(DeliveryRoom.text(made.prepared().folder().resolve(prepared.first() + ".pdf")))
                .contains("earns little")
                .doesNotContain("Zwingli");
    }

    @Test
    void aPackageNoLinkLeadsToAnyMoreIsDeleted() throws Exception {
        var finalised = room.finalised(prepared);
        var first = room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER);
        room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER);
        room.handing.handOver(finalised.id(), HandOver.Packing.ENCRYPTED, 30, RequestRoom.OFFICER);
        assertThat(zips(finalised)).isEqualTo(2);
        room.handing.revoke(finalised.id(), link(first), RequestRoom.OFFICER);
        assertThat(zips(finalised))
                .as("the other plain link has the same package")
                .isEqualTo(2);
        room.handing.recall(finalised.id(), "wrong", RequestRoom.OFFICER);
        assertThat(zips(finalised)).isZero();
        assertThat(room.file(finalised, "manifest.note")).exists();
    }

    @Test
    void packagesNobodyCanGetAreGoneAfterAStart() throws Exception {
        var finalised = room.finalised(prepared);
        room.handing.handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER);
        room.handing.handOver(finalised.id(), HandOver.Packing.ENCRYPTED, 2, RequestRoom.OFFICER);
        Files.writeString(room.folders.zipInWork(finalised.id()), "half");
        Files.writeString(room.folders.zip(finalised.id(), "0".repeat(64)), "no link came to it");
        room.review.room().pass(Duration.ofDays(3));
        assertThat(zips(finalised)).isEqualTo(4);
        room.handing();
        assertThat(zips(finalised)).isEqualTo(1);
        room.review.room().pass(Duration.ofDays(30));
        room.handing();
        assertThat(zips(finalised)).isZero();
        assertThat(room.file(finalised, "manifest.note")).exists();
    }

    private long link(HandOverDesk.Given given) {
        return room.links.find(given.link()).orElseThrow().id();
    }

    private long zips(Delivery delivery) throws IOException {
        return filesOf(delivery).stream()
                .filter(file -> file.toString().endsWith(".zip"))
                .count();
    }

    private void withdrawIsRefused() {
        assertThatThrownBy(() -> room.preparations.withdraw(prepared.id(), "never", RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class);
    }

    private List<Path> filesOf(Delivery delivery) throws IOException {
        try (var files = Files.walk(room.folders.packageOf(delivery.id()).getParent())) {
            return files.sorted().toList();
        }
    }
}
