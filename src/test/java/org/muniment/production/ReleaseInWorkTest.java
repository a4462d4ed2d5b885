package org.muniment.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;

class ReleaseInWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final BatesNumber FIRST = new BatesNumber(new BatesPrefix("R-2026-0042-"), 118);
    private static final String CANARY = "Quillfeather";
    private static final String MARKS = """
            [{"match":"quillfeather","exemption":"1-210(b)(2)"}]""";
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private Alarms alarms;
    private Archive archive;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void openAnArchive() throws Exception {
        alarms = Alarms.in(folder.resolve("workflow"), CLOCK);
        var settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder.resolve("data"), settings, alarms, CLOCK);
        for (int i = 0; i < 30; i++) capture("Permit " + i, CANARY + " asked " + i + " times.\n".repeat(1 + i * 4));
    }

    @AfterEach
    void closeTheArchive() throws Exception {
        archive.close();
        alarms.close();
    }

    @Test
    void chosenMessagesArePrintedInOrderNumberedOnFromTheLastPartWithWhatGoesBesideThem() throws Exception {
        var work = Files.createDirectory(folder.resolve("work"));
        List<ReleasedMessage> released;
        PreparedRelease prepared;
        try (var release = begin(work, 29, 3, 0)) {
            released = release.printMessages(Progress.UNSEEN);
            release.add(new ReleasedName("cover.pdf"), PapersTest.letter());
            release.add(
                    new ReleasedName("R-2026-0042-FILE-1.docx"), new ByteArrayInputStream("as it is".getBytes(UTF_8)));
            prepared = release.finish();
        }

        assertThat(released).extracting(one -> one.accession().index()).containsExactly(29L, 3L, 0L);
        assertThat(released.getFirst().first()).isEqualTo(FIRST);
        assertThat(released.get(1).first()).isEqualTo(released.getFirst().last().plus(1));
        assertThat(released.getFirst().exemptions()).containsOnly("1-210(b)(2)");
        var manifest = Files.readString(prepared.folder().resolve("manifest.json"));
        assertThat(manifest)
                .contains("R-2026-0042-000118.pdf", "cover.pdf", "R-2026-0042-FILE-1.docx", "\"part\" : 2")
                .doesNotContain("query", "captures", "unsearchable", "indexedThrough");
        assertThat(Files.readString(prepared.folder().resolve("redaction-log.csv")))
                .contains("R-2026-0042-000118,29");
        assertThat(prepared.folder())
                .isDirectoryNotContaining(file -> file.toString().contains("officer"));
    }

    @Test
    void theSameOrderIsTheSameManifest() throws Exception {
        assertThat(prepared("one").manifestSha256()).isEqualTo(prepared("two").manifestSha256());
    }

    @Test
    void whatWasPreparedIsPackedOnlyUnchangedAndSigned() throws Exception {
        var prepared = prepared("work");
        var opened = ReleasePackage.of(prepared.folder(), prepared.manifestSha256());
        var zip = folder.resolve("release.zip");
        assertThatThrownBy(() -> opened.zip(zip, NOW)).hasMessageContaining("no second person");
        opened.sign(archive);
        assertThat(opened.zip(zip, NOW).sizeBytes()).isEqualTo(Files.size(zip));
        assertThatCode(() -> ReleasePackage.of(prepared.folder(), prepared.manifestSha256()))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileThatWasChangedAddedOrLostAfterPreparingIsRefusedByName() throws Exception {
        for (var name : List.of("R-2026-0042-000118.pdf", "redaction-log.csv", "manifest.json")) {
            var prepared = prepared("changed-" + name);
            Files.writeString(prepared.folder().resolve(name), "x");
            assertThatThrownBy(() -> ReleasePackage.of(prepared.folder(), prepared.manifestSha256()))
                    .isInstanceOf(ReleaseRefused.class)
                    .hasMessageContaining(name);
            Files.delete(prepared.folder().resolve(name));
            assertThatThrownBy(() -> ReleasePackage.of(prepared.folder(), prepared.manifestSha256()))
                    .hasMessageContaining(name);
        }
        var prepared = prepared("added");
        Files.writeString(prepared.folder().resolve("more.txt"), "x");
        assertThatThrownBy(() -> ReleasePackage.of(prepared.folder(), prepared.manifestSha256()))
                .hasMessageContaining("more.txt");
    }

    @Test
    void itCanBeGivenUpAtAnyMessage() throws Exception {
        var work = Files.createDirectory(folder.resolve("work"));
        assertThatThrownBy(() -> {
                    try (var release = begin(work, 1, 2, 3, 4, 5)) {
                        release.printMessages((done, total) -> {
                            throw new IllegalStateException("given up");
                        });
                    }
                })
                .hasMessage("given up");
    }

    private PreparedRelease prepared(String name) throws Exception {
        try (var release = begin(Files.createDirectory(folder.resolve(name)), 1, 2)) {
            release.printMessages(Progress.UNSEEN);
            return release.finish();
        }
    }

    private ReleaseInWork begin(Path work, int... accessions) throws IOException {
        var numbers = new ArrayList<AccessionNumber>();
        for (int accession : accessions) numbers.add(new AccessionNumber(accession));
        var marks = RedactionMarks.read(Files.writeString(folder.resolve("marks.json"), MARKS));
        var order = new ReleaseOrder("R-2026-0042", 2, FIRST, numbers, marks, NOW);
        return ReleaseInWork.begin(archive, Sandbox.onThisMachine(), fonts, order, work);
    }

    private void capture(String subject, String body) throws Exception {
        var envelope = new Envelope("test", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, NOW);
        try (var incoming = archive.receive(envelope)) {
            var mail = "From: clerk@example.gov\r\nTo: board@example.gov\r\nSubject: %s\r\n\r\n%s\r\n";
            incoming.body().write(mail.formatted(subject, body).getBytes(UTF_8));
            incoming.commit().get();
        }
    }
}
