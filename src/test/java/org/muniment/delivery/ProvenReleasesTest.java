package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.Selection;
import org.muniment.proof.Testimony;
import org.muniment.proof.Verdict;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRoom;

/// What a proof bundle says of the releases its messages went out with.
class ProvenReleasesTest {
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;
    private AccessionNumber whole;
    private AccessionNumber marked;
    private AccessionNumber withheld;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        int first = room.review.released("Underpass", "The underpass is closed.");
        int second = room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
        int third = room.review.withheld("File", "Her file.", "A personnel file.");
        var prepared = room.prepared();
        whole = message(prepared, first);
        marked = message(prepared, second);
        withheld = message(prepared, third);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void eachMessageHasTheReleaseItWentOutInAsTheLogTellsItAndBothChecksAccept() throws Exception {
        var finalised = finalised();
        var entry = ((DeliveryState.Finalised) finalised.state()).logEntry();
        var bundle = bundle(RequestRoom.OFFICER);
        var label = room.review.request().label();
        assertThat(releases(bundle, whole))
                .singleElement()
                .asString()
                .contains(label + " part 1, whole", "entry " + entry + " of the log");
        assertThat(releases(bundle, marked)).singleElement().asString().contains(label + " part 1, with parts under");
        assertThat(releases(bundle, withheld)).isEmpty();
        assertThat(lines(bundle, withheld, "releases looked for")).hasSize(1);
        assertThat(Files.readString(bundle.resolve("certificate.txt")).replaceAll("\\s+", " "))
                .contains("released: " + label + " part 1, whole", "no release, under this number");
        for (var verdict : List.of(Verdict.ofShell(bundle), Verdict.ofPython(bundle)))
            assertThat(verdict.exit()).as(verdict.output()).isZero();
    }

    @Test
    void whatIsPreparedOnlyIsNoRelease() throws Exception {
        assertThat(releases(bundle(RequestRoom.OFFICER), whole)).isEmpty();
    }

    @Test
    void aRecallIsToldBesideTheRelease() throws Exception {
        room.handing.recall(finalised().id(), "A name was left on page 1.", RequestRoom.COUNSEL);
        assertThat(releases(bundle(RequestRoom.OFFICER), whole))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("of the log").doesNotContain("NOT CONFIRMED", "A name"))
                .last()
                .asString()
                .contains("release recalled");
    }

    @Test
    void whoMayNotSeeTheRequestIsToldNothingOfItAndSoIsWhoeverGetsTheBundle() throws Exception {
        var stranger = RequestRoom.person(31, "Rita Vole", Role.REVIEWER);
        var without = said(bundle(stranger), whole);
        finalised();
        var bundle = bundle(stranger);
        assertThat(said(bundle, whole)).isEqualTo(without);
        assertThat(Files.readString(bundle.resolve("custody.csv"))
                        + Files.readString(bundle.resolve("certificate.txt")))
                .doesNotContain(room.review.request().label());
    }

    @Test
    void whatTheLogDoesNotConfirmIsNotSaidAsIfItDid() throws Exception {
        finalised();
        room.review.room().database.sql().sql("UPDATE delivery SET part = 7").update();
        assertThat(releases(bundle(RequestRoom.OFFICER), whole))
                .singleElement()
                .asString()
                .contains("NOT CONFIRMED");
    }

    private Delivery finalised() throws Exception {
        return room.finalised(room.table.of(room.review.request().id()).getFirst());
    }

    private AccessionNumber message(Delivery delivery, int item) {
        return room.items.of(delivery.id()).stream()
                .filter(one -> one.item() == item)
                .findFirst()
                .orElseThrow()
                .message()
                .orElseThrow();
    }

    private Path bundle(Actor by) throws Exception {
        var requests = room.review.room();
        var known = new ProvenReleases(requests.database, requests.requests, requests.archive).person(by);
        var out = Files.createTempDirectory(folder, "bundle");
        new ProofBundle(requests.archive, requests.clock(), Testimony.NONE)
                .write(out, List.of(whole, marked, withheld), new Selection("named", by.name(), ""), known);
        return out;
    }

    private static List<String> releases(Path bundle, AccessionNumber message) throws IOException {
        return lines(bundle, message, "release").stream()
                .filter(line -> !line.contains("\"releases looked for\""))
                .toList();
    }

    /// What is said of releases, without when.
    private static List<String> said(Path bundle, AccessionNumber message) throws IOException {
        return lines(bundle, message, "release").stream()
                .map(line -> line.replaceAll("\"[0-9-]+T[^\"]*Z\"", ""))
                .toList();
    }

    private static List<String> lines(Path bundle, AccessionNumber message, String event) throws IOException {
        return Files.readAllLines(bundle.resolve("custody.csv")).stream()
                .filter(line -> line.startsWith("\"%s\",\"%s".formatted(message, event)))
                .toList();
    }
}
