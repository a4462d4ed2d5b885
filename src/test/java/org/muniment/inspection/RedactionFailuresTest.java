package org.muniment.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.inspection.HandmadePdf.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.inspection.Finding.Kind;
import org.muniment.inspection.TermSearchTest.Hiding;
import org.muniment.production.ReleaseRefused;
import org.muniment.production.ReleaseReport;
import org.muniment.sandbox.Sandbox;

/// The ways redactions are known to have failed (docs/redaction-failures.md has them by the same numbers). Each is made
/// by a naive redactor and found by `inspect`; our own release of mail with the same secret has none of them.
class RedactionFailuresTest {
    private static final String EVERYWHERE = """
            [{"match":"Quillfeather","exemption":"1-210(b)(2)"},{"match":"555-01-2345","exemption":"1-210(b)(2)"}]""";
    private static final String IN_BODIES = """
            [{"match":"Quillfeather","in":["body"],"exemption":"1-210(b)(2)"}]""";
    private static final AbsentTerms TERMS = AbsentTerms.of(OurRelease.SECRETS);

    @TempDir
    private static Path home;

    private static OurRelease ours;
    private static ReleaseReport report;

    @BeforeAll
    static void release() throws Exception {
        FontMappers.set(new OneFont());
        ours = OurRelease.in(home);
        report = ours.run("ours", EVERYWHERE, Sandbox.onThisMachine());
    }

    @AfterAll
    static void close() throws Exception {
        ours.close();
    }

    /// F1 to F14, F19, F21, F22 on what we hand out: nothing to recover, none of the words, nothing beside the pages.
    @Test
    void ourOwnReleaseOfTheSameMailIsClean() throws Exception {
        assertThat(report.totals().messages()).isEqualTo(3);
        assertThat(report.totals().redactions()).isGreaterThan(8);
        assertThat(ours.pdfs("ours")).hasSize(4);
        for (Path pdf : ours.pdfs("ours")) {
            Inspection inspection = Inspector.in(Sandbox.onThisMachine()).inspect(pdf, TERMS);
            assertThat(inspection.findings()).as(pdf.toString()).isEmpty();
            assertThat(inspection.unread()).as(pdf.toString()).isEmpty();
            assertThat(inspection.notes())
                    .as(pdf.toString())
                    .allMatch(note -> note.kind().equals("metadata"))
                    .allMatch(
                            note -> note.text().matches("(?s)(Title|Creator|Producer|CreationDate|ModDate): .*|XMP.*"));
        }
    }

    @Test
    void f1AnOpaqueBoxOverLiveText() throws Exception {
        assertFound(BadRedaction.RECTANGLE.pdf(), Kind.UNDER_A_BOX);
        assertFound(BadRedaction.RECTANGLE_WITH_A_LABEL.pdf(), Kind.UNDER_A_BOX);
        assertFound(BadRedaction.POLYGON.pdf(), Kind.UNDER_A_BOX);
    }

    @Test
    void f2ABlackHighlightWithTheTextIntact() throws Exception {
        assertFound(BadRedaction.BLACK_HIGHLIGHT.pdf(), Kind.UNDER_AN_ANNOTATION);
    }

    @Test
    void f3ARedactionMarkedAndNeverApplied() throws Exception {
        assertFound(BadRedaction.UNAPPLIED_REDACTION.pdf(), Kind.UNAPPLIED_REDACTION);
    }

    @Test
    void f4TextInTheColourOfThePage() throws Exception {
        assertFound(BadRedaction.WHITE_ON_WHITE.pdf(), Kind.SAME_COLOUR);
        assertFound(BadRedaction.BLACK_ON_BLACK.pdf(), Kind.SAME_COLOUR);
    }

    @Test
    void f5AHeadingThatLivesOnInABookmark() throws Exception {
        assertLeft(Hiding.IN_A_BOOKMARK);
    }

    @Test
    void f6TheTextLayerUnderAScan() throws Exception {
        assertFound(BadRedaction.TEXT_LAYER_OF_A_SCAN.pdf(), Kind.INVISIBLE);
    }

    @Test
    void f7TextInFormsPatternsAndFontsOfTheirOwnEncoding() throws Exception {
        assertFound(BadRedaction.TEXT_IN_A_GROUP_UNDER_A_BOX.pdf(), Kind.UNDER_A_BOX);
        assertFound(OddText.ofAFontWithItsOwnCodes("0 g 95 695 250 20 re f"), Kind.UNDER_A_BOX);
        assertFound(OddText.ofATypeThreeFont("0 g 95 695 350 20 re f"), Kind.UNDER_A_BOX);
        assertThat(absent(OddText.inATilingPattern())).isNotEmpty();
        assertLeft(Hiding.IN_A_FORM_THAT_NO_PAGE_DRAWS);
    }

    @Test
    void f8TextForScreenReaders() throws Exception {
        assertLeft(Hiding.IN_THE_TEXT_FOR_SCREEN_READERS);
        byte[] inTheStream = drawn("/Span <</ActualText (Quillfeather 555-01-2345)>> BDC " + line(9, 9, "[x]") + "EMC");
        assertThat(absent(inTheStream)).isNotEmpty();
    }

    @Test
    void f9CommentsFormFieldsAndScripts() throws Exception {
        assertLeft(Hiding.IN_A_COMMENT);
        assertLeft(Hiding.IN_A_SCRIPT);
        assertThat(absent(OddText.inAFormField()))
                .anyMatch(found -> found.where().contains("form field"));
    }

    @Test
    void f10EmbeddedFiles() throws Exception {
        assertLeft(Hiding.IN_AN_ATTACHMENT);
        assertLeft(Hiding.IN_THE_NAME_OF_AN_ATTACHMENT);
        assertLeft(Hiding.IN_AN_ARCHIVE_THAT_IS_ATTACHED);
        assertLeft(Hiding.IN_A_PDF_THAT_IS_ATTACHED);
    }

    @Test
    void f11PropertiesXmpAndPrivateDataOfPrograms() throws Exception {
        assertLeft(Hiding.IN_A_DOCUMENT_PROPERTY);
        assertLeft(Hiding.IN_XMP);
        assertLeft(Hiding.IN_PRIVATE_DATA_OF_A_PROGRAM);
    }

    @Test
    void f12AnEarlierVersionOrAnObjectNobodyRefersToAnyMore() throws Exception {
        assertFound(BadRedaction.EARLIER_REVISION.pdf(), Kind.EARLIER_REVISION);
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        left.write(drawn(line(100, 700, "clean")));
        byte[] before = drawn(BadRedaction.SECRET_LINE);
        left.write(before, 0, before.length / 2);
        assertThat(absent(left.toByteArray())).isNotEmpty();
    }

    @Test
    void f13AHiddenLayer() throws Exception {
        assertFound(BadRedaction.HIDDEN_LAYER.pdf(), Kind.HIDDEN_LAYER);
    }

    @Test
    void f14ACroppedPageOrPicture() throws Exception {
        assertFound(BadRedaction.OUTSIDE_THE_CROP_BOX.pdf(), Kind.OUTSIDE_THE_PAGE);
        assertThat(inspect(OddText.inAPictureThatIsCropped()).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.CROPPED_PICTURE);
        assertThat(absent(OddText.inTheFileOfAPicture())).isNotEmpty();
    }

    /// A blurred picture is beyond `inspect`; our pages have no pictures.
    @Test
    void f15NothingIsBlurredWhereThereAreNoPictures() throws Exception {
        for (Path pdf : ours.pdfs("ours"))
            try (PDDocument opened = Loader.loadPDF(pdf.toFile())) {
                for (var page : opened.getPages())
                    assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
    }

    @Test
    void f16TheWidthOfABoxTellsNoWord() throws Exception {
        Set<String> widths = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Path pdf : ours.pdfs("ours").subList(1, 3))
            try (PDDocument opened = Loader.loadPDF(pdf.toFile())) {
                String content = new String(opened.getPage(0).getContents().readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(content)
                        .as("no gap is as wide as what it stands for")
                        .doesNotContain("TJ", " Tc", " Tw", " Tz");
                Pattern.compile("\\S+ \\S+ (\\S+ \\S+) re f")
                        .matcher(content)
                        .results()
                        .forEach(box -> widths.add(box.group(1)));
                lines.add(content.lines()
                        .filter(each -> each.endsWith("re f"))
                        .findFirst()
                        .orElseThrow());
            }
        assertThat(widths).as("one width, whatever was withheld").hasSize(1);
        assertThat(lines).as("and one place").hasSize(2).allMatch(lines.getFirst()::equals);
    }

    /// A redactor that hands on the original when it fails is found out; ours hands on nothing.
    @Test
    void f18FailingMeansThatNothingLeaves() throws Exception {
        assertThat(absent(drawn(BadRedaction.SECRET_LINE))).hasSize(2);
        assertThatThrownBy(() -> ours.run("failing", EVERYWHERE, Sandbox.withNothingInstalled()))
                .isInstanceOf(ReleaseRefused.class);
        try (var left = Files.list(ours.out("failing"))) {
            assertThat(left).containsExactly(ours.out("failing").resolve("refused.txt"));
        }
    }

    /// Redacted in the body, and there in the subject, a quoted line, a file's name.
    @Test
    void f19TheSameWordsElsewhereInTheMessage() throws Exception {
        byte[] naive = drawn(line(100, 740, "Subject: the Quillfeather matter")
                + line(100, 700, "The caller was [redacted].")
                + line(100, 680, "> On Monday QUILLFEATHER wrote")
                + line(100, 640, "notes on Quillfeather.txt"));
        assertThat(absent(naive)).extracting(Finding::text).containsExactly("Quillfeather");
        for (Path file : ours.files("ours"))
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("quillfeather", "555-01-2345");
    }

    /// Withholding a word wherever it stands, unasked, would tell those who know it from elsewhere what it was.
    @Test
    void f20NothingIsWithheldThatNobodyMarked() throws Exception {
        ReleaseReport inBodies = ours.run("bodies", IN_BODIES, Sandbox.onThisMachine());
        assertThat(inBodies.leftElsewhere()).isPositive();
        assertThat(absent(Files.readAllBytes(ours.pdfs("bodies").getFirst())))
                .extracting(Finding::text)
                .contains("Quillfeather");
    }

    @Test
    void f21ARotatedPageOrABoxThatCoversHalf() throws Exception {
        assertFound(BadRedaction.ROTATED_PAGE.pdf(), Kind.UNDER_A_BOX);
        try (HandmadePdf made = HandmadePdf.drawing(BadRedaction.SECRET_LINE + "0 g 695 95 20 200 re f")) {
            made.page.setRotation(90);
            assertThat(absent(made.bytes()))
                    .as("the box is where the text would be unrotated")
                    .hasSize(2);
        }
        assertThat(absent(drawn(BadRedaction.SECRET_LINE + "0 g 95 690 200 14 re f")))
                .as("half covered")
                .hasSize(2);
        try (HandmadePdf made = HandmadePdf.drawing(BadRedaction.SECRET_LINE)) {
            made.page.setMediaBox(new PDRectangle(-100, 200, 612, 792));
            made.replace(BadRedaction.SECRET_LINE + "0 g 95 695 200 20 re f");
            assertFound(made.bytes(), Kind.UNDER_A_BOX);
        }
    }

    /// Small pictures of pages, text beside the PDF, names of files.
    @Test
    void f22WhatIsMadeFromAPageHoldsItsText() throws Exception {
        assertThat(inspect(OddText.withASmallPictureOfThePage()).notes())
                .anyMatch(note -> note.kind().equals("thumbnail"));
        assertThat(ours.files("ours"))
                .extracting(file -> file.getFileName().toString())
                .allMatch(name -> name.matches("REQ-\\d{6}\\.pdf|redaction-log\\.(csv|pdf)|manifest\\.(json|note)"));
    }

    private static void assertFound(byte[] naive, Kind kind) throws Exception {
        assertThat(inspect(naive).findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.text()).isEqualTo(BadRedaction.SECRET);
        });
    }

    /// A note at most, until somebody says which word must not be there.
    private static void assertLeft(Hiding hiding) throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "A clean page"))) {
            hiding.hide(made);
            assertThat(absent(made.bytes())).as(hiding.name()).isNotEmpty();
        }
    }

    private static List<Finding> absent(byte[] pdf) throws Exception {
        return new PdfReading(pdf, TERMS)
                .inspect().findings().stream()
                        .filter(found -> found.kind() == Kind.TERM)
                        .toList();
    }

    private static Inspection inspect(byte[] pdf) throws Exception {
        return new PdfReading(pdf, AbsentTerms.none()).inspect();
    }

    private static byte[] drawn(String operators) throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(operators)) {
            return made.bytes();
        }
    }
}
