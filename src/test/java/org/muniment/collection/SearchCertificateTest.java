package org.muniment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Role;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Progress;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.SignedNote;
import org.muniment.production.PaperFile;
import org.muniment.request.RequestRoom;
import tools.jackson.databind.json.JsonMapper;

class SearchCertificateTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    private CollectionRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new CollectionRoom(folder).withMail();
        room.settings.changeLetterhead(List.of("Office of the City Clerk", "1 Main Street, Oakbridge, Connecticut"));
        room.raw("x@city.example", """
                From: ana@city.example\r
                Subject: sealed\r
                Date: Tue, 01 Sep 2026 09:00:00 -0400\r
                Message-ID: <sealed@x>\r
                MIME-Version: 1.0\r
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r
                Content-Transfer-Encoding: base64\r
                \r
                MIIB\r
                """);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(room.room
                        .archive
                        .check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                        .ok())
                .isTrue();
        room.close();
    }

    @Test
    void theSignedFilesSayWhatWasAskedWhatWasFoundAndWhatWasNotSearched() throws Exception {
        room.searches.save(room.id(), "The levy", "levy sent:2026", "what the request names", room.officer());
        room.searches.reword(room.id(), 1, "levy OR tax", "the requester asked for taxes, too", room.officer());
        room.desk.collect(room.id(), 1, room.officer());
        room.desk.awaited(room.id());
        var issued = room.certificates.issue(
                room.id(), List.of("The clerk’s paper files were looked through."), room.officer());
        assertThat(issued.number()).isEqualTo(1);
        List<PaperFile> files = room.certificates.latest(room.id());
        assertThat(files)
                .extracting(PaperFile::name)
                .containsExactly(
                        room.request.label() + "-search-certificate-1.pdf",
                        room.request.label() + "-search-certificate-1.json",
                        room.request.label() + "-search-certificate-1.note");

        var json = new String(files.get(1).bytes(), StandardCharsets.UTF_8);
        var read = JsonMapper.builder().build().readTree(json);
        assertThat(read.at("/format").stringValue()).isEqualTo("muniment-search-certificate/1");
        assertThat(read.at("/searches/0/versions/0/query").stringValue()).isEqualTo("levy sent:2026");
        assertThat(read.at("/searches/0/versions/0/parsed").stringValue())
                .isEqualTo("levy AND sent:2026-01-01..2026-12-31");
        var counts = read.at("/searches/0/versions/1/runs/0/counts");
        assertThat(counts.at("/total").intValue()).isEqualTo(2);
        assertThat(counts.at("/keptBack").intValue()).isEqualTo(2);
        assertThat(counts.at("/unsearchable").intValue()).isEqualTo(1);
        assertThat(counts.at("/unread/0/kinds/0").stringValue()).isEqualTo("ENCRYPTED");
        assertThat(read.at("/collected/0/added").intValue()).isEqualTo(4);
        assertThat(read.at("/holdings/messages").intValue()).isEqualTo(4);
        assertThat(json).doesNotContain("Levy advice", "lawyers");

        String text = text(files.getFirst());
        assertThat(text)
                .contains(
                        "Certificate of search",
                        "levy sent:2026",
                        "levy AND sent:2026-01-01..2026-12-31",
                        "what the request names",
                        "encrypted",
                        "What was not searched",
                        "Text messages, telephones and voice mail.",
                        "paper files were looked through",
                        "Ana Rivera")
                .containsIgnoringWhitespaces("Whatever was captured, readable and matching was found");
    }

    @Test
    void theSignatureHoldsForExactlyTheseFiles() throws Exception {
        room.searches.save(room.id(), "The levy", "levy", "why", room.officer());
        room.certificates.issue(room.id(), List.of(), room.officer());
        List<PaperFile> files = room.certificates.latest(room.id());
        NoteVerifier key = room.room.archive.log().verifier();
        SignedNote note = SignedNote.parse(files.get(2).bytes());
        note.verify(key);
        assertThat(note.text())
                .isEqualTo("%s/search-certificate/v1\n%s  %s\n%s  %s\n"
                        .formatted(
                                room.room.archive.origin(),
                                sha256(files.get(0).bytes()),
                                files.get(0).name(),
                                sha256(files.get(1).bytes()),
                                files.get(1).name()));
        byte[] forged = new String(files.get(2).bytes(), StandardCharsets.UTF_8)
                .replace(files.get(0).sha256(), "0".repeat(64))
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SignedNote.parse(forged).verify(key)).hasMessageContaining("not one of this text");
    }

    @Test
    void whatWasIssuedStaysAndALaterOneHasALaterNumber() throws Exception {
        assertThatThrownBy(() -> room.certificates.issue(room.id(), List.of(), room.officer()))
                .hasMessageContaining("Save a search");
        room.searches.save(room.id(), "The levy", "levy", "why", room.officer());
        room.certificates.issue(room.id(), List.of(), room.officer());
        List<PaperFile> first = room.certificates.latest(room.id());
        room.searches.save(room.id(), "Taxes", "tax", "why", room.officer());
        room.certificates.issue(room.id(), List.of(), room.reader(RequestRoom.COUNSEL));
        assertThat(room.certificates.issued(room.id()))
                .extracting(IssuedCertificate::number)
                .containsExactly(2, 1);
        var again = room.certificates.file(room.id(), 1, first.getFirst().name(), room.officer());
        assertThat(again.bytes()).isEqualTo(first.getFirst().bytes());
        assertThatThrownBy(() -> room.certificates.file(room.id(), 1, "../x", room.officer()))
                .isInstanceOf(NoSuchSearch.class);
        assertThat(RequestRoom.OFFICER.is(Role.RECORDS_OFFICER)).isTrue();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String text(PaperFile pdf) throws Exception {
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve("search-certificate.pdf");
        Files.write(file, pdf.bytes());
        run("pdftoppm", "-r", "70", "-png", file.toString(), file.toString().replace(".pdf", ""));
        Path text = folder.resolve("text.txt");
        run("pdftotext", "-layout", file.toString(), text.toString());
        return Files.readString(text);
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
