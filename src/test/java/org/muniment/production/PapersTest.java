package org.muniment.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.rendition.FontShelf;
import org.muniment.sandbox.Sandbox;

class PapersTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Instant WRITTEN = Instant.parse("2026-11-23T15:04:05Z");
    private static final Letterhead HEAD = new Letterhead(
            "City of Oakbridge", List.of("Office of the Town Clerk", "1 Main Street, Oakbridge, Connecticut 06001"));
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @Test
    void aLetterWithEveryPartIsPrintedReadBackAndAccessible() throws Exception {
        var printed = printed("paper-letter", letter());

        assertThat(printed.pages()).isEqualTo(1);
        assertThat(text(printed))
                .contains("City of Oakbridge", "Your request R-2026-0042", "•", "C. G. S. § 1-210(b)(2)", "Page 1 of 1")
                .doesNotContain("DRAFT", "DEMONSTRATION");
        assertThat(papers(Stamp.plain(fonts)).print(letter(), WRITTEN)).isEqualTo(printed);
    }

    @Test
    void aTableOfManyPagesRepeatsItsHeadingsAndBreaksOnlyRowsThatNoPageHolds() throws Exception {
        var columns = List.of(
                new PaperPart.Column("Number", 2),
                new PaperPart.Column("Type", 2),
                new PaperPart.Column("Exemption", 3),
                new PaperPart.Column("Basis", 6));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 60; i++)
            rows.add(List.of("" + i, "E-mail", i % 3 == 0 ? "" : "1-210(b)(10)", "Advice of counsel. ".repeat(i)));
        rows.add(List.of("61", "File", "1-210(b)(1)", "A long reason. ".repeat(600)));
        var index = new Paper(
                "Withholding index",
                Letterhead.NONE,
                Paper.Orientation.ACROSS,
                Paper.Standing.FINAL,
                List.of(new PaperPart.Title("Withholding index"), new PaperPart.Table(columns, rows)));

        var printed = printed("paper-index", index);

        assertThat(printed.pages()).isGreaterThan(10);
        assertThat(text(printed).split("Exemption", -1)).hasSize(printed.pages() + 1);
    }

    @Test
    void aDraftAndADemonstrationSaySoOnEachPage() throws Exception {
        var long1 = new Paper("Draft & more <1> – “é”", HEAD, List.of(new PaperPart.Paragraph("words ".repeat(2_000))));

        var printed = printed("paper-draft", long1.draft(), Stamp.ofDemonstration(fonts));

        assertThat(printed.pages()).isGreaterThan(2);
        assertThat(text(printed).split(Stamp.DRAFT, -1)).hasSize(printed.pages() + 1);
        assertThat(text(printed).split(Stamp.DEMONSTRATION, -1)).hasSize(printed.pages() + 1);
    }

    @Test
    void whatComesFromOutsideCannotTurnOrBreakAPaper() throws Exception {
        var hostile = "\u202Egnp.exe\u0000\t شكرا 謝謝 \u200B (a) & <b>\r\n\r\nnext";
        var paper = new Paper(
                hostile,
                new Letterhead(hostile, List.of(hostile)),
                List.of(
                        new PaperPart.Title(hostile),
                        new PaperPart.Facts(List.of(new PaperPart.Fact(hostile, hostile), new PaperPart.Fact("a", ""))),
                        new PaperPart.Items(List.of(hostile, "")),
                        new PaperPart.Signature(List.of(hostile))));

        assertThat(text(printed("paper-hostile", paper))).contains("[U+202E]");
    }

    static Paper letter() {
        return new Paper(
                "R-2026-0042 acknowledgment",
                HEAD,
                List.of(
                        new PaperPart.Paragraph("November 23, 2026"),
                        new PaperPart.Paragraph("Ms. Rosa Delgado\n402 Main Street\nOakbridge, Connecticut 06001"),
                        new PaperPart.Title("Your request R-2026-0042"),
                        new PaperPart.Paragraph(
                                "We received your request for records on July 2, 2026. We will answer it by the date below.",
                                List.of("C. G. S. § 1-206(a)")),
                        new PaperPart.Facts(List.of(
                                new PaperPart.Fact("Request", "R-2026-0042"),
                                new PaperPart.Fact(
                                        "You asked for",
                                        "E-mail about the sidewalk café permit at 402 Main"
                                                + " Street, between January 1 and July 1, 2026, of the whole Licensing Board"),
                                new PaperPart.Fact("Answer due by", "July 8, 2026"))),
                        new PaperPart.Heading("What happens next"),
                        new PaperPart.Items(List.of(
                                "We search the archive for what you asked for, and certify how.",
                                "Each message is looked at by a person. What the law lets us withhold is marked on the"
                                        + " page with the exemption it rests on, and listed.",
                                "You may appeal to the Freedom of Information Commission.")),
                        new PaperPart.Table(
                                List.of(
                                        new PaperPart.Column("Exemption", 2),
                                        new PaperPart.Column("What it covers", 5),
                                        new PaperPart.Column("Pages", 1)),
                                List.of(
                                        List.of("C. G. S. § 1-210(b)(2)", "Personnel or medical files", "3"),
                                        List.of("C. G. S. § 1-210(b)(10)", "Privileged communications", "12"))),
                        new PaperPart.Paragraph(
                                "Sincerely,", List.of("C. G. S. § 1-206(a)", "C. G. S. § 1-210(b)(2), (10)")),
                        new PaperPart.Signature(List.of("Dana Whitfield", "Town Clerk", "November 23, 2026"))));
    }

    private PrintedPaper printed(String picture, Paper paper) throws Exception {
        return printed(picture, paper, Stamp.plain(fonts));
    }

    private PrintedPaper printed(String picture, Paper paper, Stamp stamp) throws Exception {
        var printed = papers(stamp).print(paper, WRITTEN);
        var file = Files.write(folder.resolve(picture + ".pdf"), printed.pdf());
        assertThat(VeraPdf.objections(file)).isEmpty();
        Files.createDirectories(PICTURES);
        run(
                "pdftoppm",
                "-png",
                "-r",
                "80",
                "-l",
                "2",
                file.toString(),
                PICTURES.resolve(picture).toString());
        return printed;
    }

    private Papers papers(Stamp stamp) {
        return new Papers(_ -> stamp, Sandbox.onThisMachine(), () -> fonts, folder.resolve("temporary"));
    }

    private String text(PrintedPaper printed) throws Exception {
        var file = Files.write(folder.resolve("read.pdf"), printed.pdf());
        return run("pdftotext", "-layout", file.toString(), "-");
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
