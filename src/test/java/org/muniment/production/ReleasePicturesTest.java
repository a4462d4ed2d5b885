package org.muniment.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.message.MailParser;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.MessagePassages;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchQuery;

/// Pictures of a release, for people to look at: `target/screenshots/release-*.png`.
class ReleasePicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String MARKS = """
            [{"match":"Rosa Delgado","exemption":"1-210(b)(2)"},
             {"match":"/[0-9]{3}-[0-9]{4}/","in":["body"],"exemption":"1-210(b)(2)"},
             {"match":"rosa.delgado@example.net","exemption":"5 U.S.C. § 552(b)(6)"},
             {"match":"Delgado","in":["filename"],"exemption":"1-210(b)(2)"},
             {"match":"/The owner told us.*hearing[.]/","exemption":"1-210(b)(10)"}]""";

    private static final String MAIL = """
            From: "Okafor, Daniel" <daniel.okafor@springfield.example>
            To: Licensing Board <board@springfield.example>, "Rosa Delgado" <rosa.delgado@example.net>
            Cc: =?UTF-8?Q?Jos=C3=A9_N=C3=BA=C3=B1ez?= <jose.nunez@springfield.example>
            Date: Tue, 14 Jul 2026 09:12:44 -0500
            Subject: Re: Sidewalk cafe permit 2026-118, 402 Main Street
            Message-ID: <20260714.118@springfield.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8

            Dear members of the board,

            Rosa Delgado called this morning (555-0142) about the permit for 402 Main Street. The inspection of July 9 found no obstruction of the sidewalk; the width left for people who walk, or use a wheelchair, is 6 feet 4 inches, more than the ordinance asks for.

            The owner told us in confidence what she paid for the lease, and asked that it be kept out of the hearing.

            We recommend approval, with the two conditions in the attached plan:
              1. tables are brought in by 10 p.m.;
              2. the tree at the corner keeps its grate.

            Señor Núñez has the file. Спасибо, 謝謝, شكرا, תודה.

            Daniel Okafor
            Permits and Inspections

            > On Mon, Jul 13, 2026, Rosa Delgado wrote:
            > Could you tell me when the board will meet? My number is 555-0142.
            --b
            Content-Type: application/pdf; name="Delgado site plan.pdf"
            Content-Disposition: attachment; filename="Delgado site plan.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjcKJSBubyByZWFsIHBsYW4K
            --b
            Content-Type: message/rfc822

            From: inspector@springfield.example
            To: daniel.okafor@springfield.example
            Subject: Inspection of July 9
            Date: Thu, 9 Jul 2026 16:40:00 -0500

            No obstruction. Width 6'4". Photographs are on the shared drive.
            --b--
            """;

    @TempDir
    private Path folder;

    @Test
    void aReleaseIsDrawnForPeopleToLookAt() throws Exception {
        var file = Files.writeString(folder.resolve("marks.json"), MARKS);
        var poppler = Poppler.in(Sandbox.onThisMachine());
        var redaction = RedactionMarks.read(file).begin();
        var instant = Instant.parse("2026-11-23T15:04:05Z");
        try (var production = new Production(
                folder, new BatesPrefix("REQ-2026-014-"), FontShelf.ofThisMachine(), poppler, redaction, instant)) {
            var number = new AccessionNumber(73_894);
            var passages = MessagePassages.of(MailParser.parse(new ByteArrayInputStream(MAIL.getBytes(UTF_8))));
            var shown = production
                    .add(new FoundMessage(number, List.of(number)), passages)
                    .shown();
            List<LeftElsewhere> left = production.leftElsewhere(shown);
            var query = SearchQuery.parse("permit", ZoneOffset.UTC, LocalDate.of(2026, 11, 23));
            production.finish(new Origin.OfQuery("springfield.example/log", query, 0, 1), left, text -> text);
        }
        Files.createDirectories(PICTURES);
        draw("REQ-2026-014-000001.pdf", "release-message");
        draw("redaction-log.pdf", "release-log");
        assertThat(PICTURES.resolve("release-message-1.png")).isNotEmptyFile();
        assertThat(PICTURES.resolve("release-log-1.png")).isNotEmptyFile();
    }

    private void draw(String pdf, String picture) throws Exception {
        var command = List.of(
                "pdftoppm",
                "-png",
                "-r",
                "110",
                folder.resolve("REQ-2026-014").resolve(pdf).toString(),
                PICTURES.resolve(picture).toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
