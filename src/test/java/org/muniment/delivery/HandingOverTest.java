package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.delivery.HandOver.Packing;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRoom;

class HandingOverTest {
    private static final Actor NOBODY = Actor.nobody("203.0.113.7");
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;
    private Delivery finalised;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
        finalised = room.finalised(room.prepared());
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aPlainPackageHoldsTheFilesAndTheirSignature() throws Exception {
        var given = give(Packing.PLAIN);
        assertThat(given.passphrase()).isEmpty();
        var zip = room.downloads.download(given.link(), NOBODY);
        try (var read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(entry -> entry.getName()))
                    .contains("manifest.json", "manifest.note", "cover.pdf", "redaction-log.csv");
        }
        assertThat(room.downloads.look(given.link()).downloads()).isEqualTo(1);
    }

    @Test
    void anEncryptedPackageOpensWithItsPassphraseOnly() throws Exception {
        var given = give(Packing.ENCRYPTED);
        var passphrase = given.passphrase().orElseThrow();
        assertThat(passphrase.text()).matches("([a-z2-9]{4}-){5}[a-z2-9]{4}");
        var zip = room.downloads.download(given.link(), NOBODY);
        var out = folder.resolve("opened");
        try (var read =
                new net.lingala.zip4j.ZipFile(zip.toFile(), passphrase.text().toCharArray())) {
            read.extractAll(out.toString());
        }
        assertThat(out.resolve("manifest.json")).hasSameBinaryContentAs(room.file(finalised, "manifest.json"));
        try (var read = new net.lingala.zip4j.ZipFile(zip.toFile(), "guess".toCharArray())) {
            assertThatThrownBy(() -> read.extractAll(folder.resolve("guessed").toString()))
                    .hasMessageContaining("Wrong Password");
        }
        assertThat(databaseText())
                .doesNotContain(passphrase.text(), given.link().text());
    }

    @Test
    void nothingIsHandedOverThatNobodyFinalised() throws Exception {
        room.review.released("More", "more");
        var prepared = room.prepared();
        assertThatThrownBy(() -> room.handing.handOver(prepared.id(), Packing.PLAIN, 30, RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class);
    }

    @Test
    void aLinkEndsByTimeByAPersonAndByRecallAndNobodyIsToldWhich() throws Exception {
        var byTime = give(Packing.PLAIN);
        var byPerson = give(Packing.PLAIN);
        room.handing.revoke(
                finalised.id(), room.links.find(byPerson.link()).orElseThrow().id(), RequestRoom.OFFICER);
        leadsNowhere(byPerson.link());
        leadsNowhere(LinkToken.fresh());
        room.review.room().pass(Duration.ofDays(31));
        leadsNowhere(byTime.link());
        var last = give(Packing.PLAIN);
        room.handing.recall(finalised.id(), "A name was left on page 1.", RequestRoom.COUNSEL);
        leadsNowhere(last.link());
        assertThat(room.found(finalised).state())
                .isInstanceOfSatisfying(
                        DeliveryState.Recalled.class,
                        recalled -> assertThat(recalled.reason()).contains("left on page 1"));
        assertThatThrownBy(
                        () -> room.handing.handOver(room.found(finalised).id(), Packing.PLAIN, 30, RequestRoom.OFFICER))
                .isInstanceOf(ReleaseIsNotReady.class);
    }

    @Test
    void whatWasRecalledIsReleasedAgainUnderNewPageNumbers() throws Exception {
        room.handing.recall(finalised.id(), "wrong", RequestRoom.OFFICER);
        var again = room.prepared();
        assertThat(again.part()).isEqualTo(2);
        assertThat(again.first().number()).isEqualTo(finalised.first().number() + finalised.pages());
        assertThat(room.items.of(again.id())).hasSize(1);
    }

    @Test
    void aRecallNeedsAReason() {
        assertThatThrownBy(() -> room.handing.recall(finalised.id(), "  ", RequestRoom.OFFICER))
                .hasMessageContaining("reason");
    }

    @Test
    void aPackageThatWasChangedOnTheDiskIsNotGiven() throws Exception {
        var given = give(Packing.PLAIN);
        Files.writeString(room.folders.zip(room.downloads.look(given.link())), "forged");
        assertThatThrownBy(() -> room.downloads.download(given.link(), NOBODY)).isInstanceOf(LinkLeadsNowhere.class);
        Files.writeString(room.file(finalised, "cover.pdf"), "forged");
        assertThatThrownBy(() -> give(Packing.PLAIN)).hasMessageContaining("cover.pdf");
    }

    private HandOverDesk.Given give(Packing packing) throws IOException {
        return room.handing.handOver(finalised.id(), packing, 30, RequestRoom.OFFICER);
    }

    private void leadsNowhere(LinkToken link) {
        assertThatThrownBy(() -> room.downloads.look(link)).isInstanceOf(LinkLeadsNowhere.class);
        assertThatThrownBy(() -> room.downloads.download(link, NOBODY)).isInstanceOf(LinkLeadsNowhere.class);
    }

    private String databaseText() {
        var sql = room.review.room().database.sql();
        return sql.sql("SELECT * FROM delivery_hand_over").query().listOfRows().toString()
                + sql.sql("SELECT * FROM request_timeline").query().listOfRows();
    }
}
