package org.muniment.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.inspection.BadRedaction.SECRET;
import static org.muniment.inspection.HandmadePdf.line;

import java.awt.Color;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.inspection.Inspection.Note;

class PdfReadingTest {
    @BeforeAll
    static void takeOneFont() {
        FontMappers.set(new OneFont());
    }

    @ParameterizedTest
    @EnumSource
    void everyWayOfANaiveRedactorIsFoundWithItsPageAndText(BadRedaction bad) throws Exception {
        Inspection inspection = inspect(bad.pdf());
        assertThat(inspection.findings()).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(bad.kind());
            assertThat(finding.page()).isEqualTo(1);
            assertThat(finding.text()).isEqualTo(SECRET);
        });
        assertThat(inspection.unread()).isEmpty();
    }

    @Test
    void theBoxSaysWhereTheTextIs() throws Exception {
        Box box = inspect(BadRedaction.RECTANGLE.pdf())
                .findings()
                .getFirst()
                .box()
                .orElseThrow();
        assertThat(box.left()).isBetween(99.0, 102.0);
        assertThat(box.bottom()).isBetween(696.0, 701.0);
        assertThat(box.right()).isBetween(230.0, 250.0);
        assertThat(box.top()).isBetween(707.0, 712.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a frame around text              ~ 0 G 2 w 95 695 200 20 re S
            an underline                     ~ 0 G 1 w 95 697 m 300 697 l S
            a line through text              ~ 0 G 1 w 95 704 m 300 704 l S
            a box that touches it            ~ 0 g 95 680 200 22 re f
            a box beside it                  ~ 0 g 300 690 100 25 re f
            two frames in one shape          ~ 1 0 0 rg 90 690 230 30 re 92 692 226 26 re f*
            a box clipped to somewhere else  ~ q 0 0 612 100 re W n 0 g 95 695 200 20 re f Q
            a fill without colour            ~ 95 695 200 20 re n
            """)
    void whatDoesNotHideTextIsNoFinding(String what, String operators) throws Exception {
        assertThatItIsClean(what, line(100, 700, "Quillfeather 1234567") + operators);
    }

    @Test
    void whatIsPaintedBeforeTheTextHidesNothing() throws Exception {
        assertThatItIsClean("a shaded row", "0.8 g 95 695 200 20 re f 0 g " + line(100, 700, "a row of a table"));
        assertThatItIsClean("a dark header", "0 0 0.4 rg 0 690 612 40 re f 1 g " + line(100, 700, "White heading"));
        assertThatItIsClean("a coloured page", "1 1 0.9 rg 0 0 612 792 re f 0 g " + line(100, 700, "Ordinary text"));
        assertThatItIsClean(
                "bold by drawing twice", line(100, 700, "Bold") + "1 0 0 1 0.3 0 cm " + line(100, 700, "Bold"));
        assertThatItIsClean(
                "a shadow", "0.9 g " + line(101, 699, "Title of it") + "0 g " + line(100, 700, "Title of it"));
    }

    @ParameterizedTest
    @CsvSource({
        "REDACTED",
        "REDACTE",
        "Name redacted",
        "Case 1:21-cv-00123 Document 14 Filed 03/04/21 Page 2 of 9",
        "CONFIDENTIAL",
        "Attorney-Client Privileged",
        "Filed under seal",
        "__________",
        "XXXX XXX",
        "', ,'",
        "J",
        "....."
    })
    void whatTellsNothingMayStandUnderABox(String text) throws Exception {
        assertThatItIsClean(text, line(100, 700, text) + "0 g 95 695 400 20 re f");
    }

    @Test
    void aFieldThatWasFilledAgainShowsTheSameWords() throws Exception {
        String field = line(100, 700, "Ann Example");
        assertThatItIsClean("filled twice", field + "1 g 95 695 200 20 re f 0 g " + field);
    }

    @Test
    void highlightingWithAMarkerHidesNothing() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            PDExtendedGraphicsState half = new PDExtendedGraphicsState();
            half.setNonStrokingAlphaConstant(0.4f);
            COSName name = made.page.getResources().add(half);
            made.replace(
                    line(100, 700, "Ann Example") + "/%s gs 1 1 0 rg 95 695 200 20 re f".formatted(name.getName()));
            assertThat(inspect(made.bytes()).findings()).isEmpty();
        }
    }

    @Test
    void theTextLayerOfAScanIsNoFindingWhereTheScanShowsTheWords() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSName scan = made.page.getResources().add(made.picture(Color.WHITE, Color.BLACK));
            String picture = "q 200 0 0 20 95 695 cm /%s Do Q ".formatted(scan.getName());
            made.replace(picture + "3 Tr " + line(100, 700, "Ann Example"));
            assertThat(inspect(made.bytes()).findings()).isEmpty();
            made.replace(line(100, 700, "Ann Example") + picture);
            assertThat(inspect(made.bytes()).findings()).isEmpty();
        }
    }

    @Test
    void aPictureThatGoesOnBeyondTheCropIsFoundUnlessThereIsNothingInIt() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSName scan = made.page.getResources().add(made.picture(Color.WHITE, Color.BLACK));
            made.replace("q 612 0 0 792 0 0 cm /%s Do Q".formatted(scan.getName()));
            made.page.setCropBox(new PDRectangle(0, 0, 612, 784));
            assertThat(inspect(made.bytes()).findings()).as("printers' bleed").isEmpty();
            made.page.setCropBox(new PDRectangle(0, 0, 612, 500));
            assertThat(inspect(made.bytes()).findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.CROPPED_PICTURE);
            COSName blank = made.page.getResources().add(made.picture(Color.WHITE));
            made.replace("q 612 0 0 792 0 0 cm /%s Do Q".formatted(blank.getName()));
            assertThat(inspect(made.bytes()).findings()).as("a blank margin").isEmpty();
        }
    }

    @Test
    void savingAgainByAppendingIsNoFindingIfNothingIsGone() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "Ann Example"))) {
            byte[] appended =
                    BadRedaction.appended(made.bytes(), line(100, 700, "Ann Example") + line(100, 600, "and more"));
            Inspection inspection = inspect(appended);
            assertThat(inspection.findings()).isEmpty();
            assertThat(inspection.notes()).contains(new Note("revision", "the file was saved 1 times by appending"));
        }
    }

    @Test
    void metadataBookmarksAndCommentsAreNotes() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "Ann Example"))) {
            made.pdf.getDocumentInformation().setAuthor("Jane Clerk");
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("Price per dose");
            outline.addLast(item);
            made.pdf.getDocumentCatalog().setDocumentOutline(outline);
            Inspection inspection = inspect(made.bytes());
            assertThat(inspection.findings()).isEmpty();
            assertThat(inspection.notes())
                    .contains(new Note("metadata", "Author: Jane Clerk"), new Note("bookmark", "Price per dose"));
        }
    }

    private static void assertThatItIsClean(String what, String operators) throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(operators)) {
            Inspection inspection = inspect(made.bytes());
            assertThat(inspection.findings()).as(what).isEmpty();
            assertThat(inspection.unread()).as(what).isEmpty();
        }
    }

    private static Inspection inspect(byte[] pdf) throws Exception {
        return new PdfReading(pdf, AbsentTerms.of(List.of())).inspect();
    }
}
