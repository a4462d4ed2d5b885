package org.muniment.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.inspection.HandmadePdf.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TermSearchTest {
    private static final String TERM = "Quillfeather";

    @BeforeAll
    static void takeOneFont() {
        FontMappers.set(new OneFont());
    }

    /// Where editors leave what they were to remove.
    enum Hiding {
        IN_A_DOCUMENT_PROPERTY("in the metadata") {
            @Override
            void hide(HandmadePdf made) {
                made.pdf.getDocumentInformation().setCustomMetadataValue("Client", "for " + TERM);
            }
        },
        IN_XMP("in the metadata") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                PDMetadata xmp = new PDMetadata(made.pdf);
                xmp.importXMPMetadata(("<x>QUILL FEATHER</x>").getBytes(UTF_8));
                made.pdf.getDocumentCatalog().setMetadata(xmp);
            }
        },
        IN_A_BOOKMARK("in a bookmark") {
            @Override
            void hide(HandmadePdf made) {
                PDDocumentOutline outline = new PDDocumentOutline();
                PDOutlineItem item = new PDOutlineItem();
                item.setTitle("Interview with \uFF31uillfeather");
                outline.addLast(item);
                made.pdf.getDocumentCatalog().setDocumentOutline(outline);
            }
        },
        IN_A_COMMENT("in an annotation") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                PDAnnotationText note = new PDAnnotationText();
                note.setContents("quill\u00ADfeather must not be named");
                made.page.getAnnotations().add(note);
            }
        },
        IN_THE_TEXT_FOR_SCREEN_READERS("for screen readers") {
            @Override
            void hide(HandmadePdf made) {
                PDStructureTreeRoot root = new PDStructureTreeRoot();
                PDStructureElement span = new PDStructureElement("Span", root);
                span.setActualText(TERM);
                root.appendKid(span);
                made.pdf.getDocumentCatalog().setStructureTreeRoot(root);
            }
        },
        IN_A_SCRIPT("in ") {
            @Override
            void hide(HandmadePdf made) {
                made.pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('Quillfeather')"));
            }
        },
        IN_A_NAME("in a name") {
            @Override
            void hide(HandmadePdf made) {
                made.page.getCOSObject().setItem(COSName.getPDFName("Quillfeather"), COSName.getPDFName("X"));
            }
        },
        IN_AN_ATTACHMENT("in an attachment") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                attach(made.pdf, "notes.txt", ("about " + TERM).getBytes(UTF_16BE));
            }
        },
        IN_THE_NAME_OF_AN_ATTACHMENT("in an attachment") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                attach(made.pdf, "quillfeather.txt", new byte[] {1});
            }
        },
        IN_AN_ARCHIVE_THAT_IS_ATTACHED("in an attachment") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                ByteArrayOutputStream zipped = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
                    zip.putNextEntry(new ZipEntry("word/document.xml"));
                    zip.write(("<w:t>" + TERM + "</w:t>").getBytes(UTF_8));
                }
                attach(made.pdf, "letter.docx", zipped.toByteArray());
            }
        },
        IN_A_PDF_THAT_IS_ATTACHED("in an attachment") {
            @Override
            void hide(HandmadePdf made) throws Exception {
                try (HandmadePdf inner = HandmadePdf.drawing(line(100, 700, TERM))) {
                    attach(made.pdf, "inner.pdf", inner.bytes());
                }
            }
        },
        IN_A_FORM_THAT_NO_PAGE_DRAWS("in an object") {
            @Override
            void hide(HandmadePdf made) {
                PDFormXObject form =
                        new PDFormXObject(HandmadePdf.stream("BT /F1 12 Tf [(Qu) -20 (illf) 300 (eather)] TJ ET"));
                form.setBBox(made.page.getMediaBox());
                form.setResources(made.page.getResources());
                made.page.getResources().add(form);
            }
        },
        IN_PRIVATE_DATA_OF_A_PROGRAM("in the metadata") {
            @Override
            void hide(HandmadePdf made) {
                COSDictionary piece = new COSDictionary();
                piece.setItem(COSName.getPDFName("Original"), new COSString(TERM));
                made.page.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), piece);
            }
        },
        WRITTEN_AS_HEX_IN_A_STREAM("in an object") {
            @Override
            void hide(HandmadePdf made) {
                made.pdf
                        .getDocumentCatalog()
                        .getCOSObject()
                        .setItem(COSName.getPDFName("Left"), HandmadePdf.stream("<5175696C 6C666561 74686572>"));
            }
        };

        private final String where;

        Hiding(String where) {
            this.where = where;
        }

        abstract void hide(HandmadePdf made) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aTermIsFoundWhereverItIsLeft(Hiding hiding) throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "A clean page"))) {
            hiding.hide(made);
            byte[] bytes = made.bytes();
            assertThat(inspect(bytes, "QUILLFEATHER").findings())
                    .isNotEmpty()
                    .allMatch(found -> found.kind() == Finding.Kind.TERM)
                    .anyMatch(found -> found.where().startsWith(hiding.where)
                            || found.where().contains(hiding.where));
            assertThat(inspect(bytes, "Peppercorn").findings()).isEmpty();
            assertThat(new PdfReading(bytes, AbsentTerms.none()).inspect().findings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            one after the other        ~ BT /F1 12 Tf 100 700 Td (Quillfeather) Tj ET
            letter by letter           ~ BT /F1 12 Tf 100 700 Td [(Q) 9 (u) 9 (i) 9 (llfeather)] TJ ET
            in another order           ~ BT /F1 12 Tf 128 700 Td (eather) Tj ET BT /F1 12 Tf 100 700 Td (Quillf) Tj ET
            over a line's end          ~ BT /F1 12 Tf 100 700 Td (Quill) Tj 0 -14 Td (feather) Tj ET
            unseen                     ~ BT 3 Tr /F1 12 Tf 100 700 Td (Quillfeather) Tj ET
            outside the page           ~ BT /F1 12 Tf 2000 700 Td (Quillfeather) Tj ET
            """)
    void aTermOnAPageIsFoundHoweverItIsDrawn(String how, String operators) throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(operators)) {
            assertThat(inspect(made.bytes(), "quill feather").findings())
                    .as(how)
                    .filteredOn(found -> found.kind() == Finding.Kind.TERM && found.page() == 1)
                    .hasSize(1);
        }
    }

    @Test
    void aTermInBytesThatNoTableListsIsFound() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "A clean page"))) {
            byte[] good = made.bytes();
            assertFoundInBytes(good, "% Quillfeather\n".getBytes(ISO_8859_1));
            assertFoundInBytes(good, TERM.getBytes(UTF_16BE));
            try (HandmadePdf other = HandmadePdf.drawing(line(1, 1, TERM))) {
                String packed = new String(other.bytes(), ISO_8859_1);
                int stream = packed.indexOf("stream");
                String orphan = packed.substring(stream, packed.indexOf("endstream") + 9);
                assertFoundInBytes(good, orphan.getBytes(ISO_8859_1));
            }
        }
    }

    @Test
    void aTermOfAnEarlierVersionIsFoundThere() throws Exception {
        Inspection inspection = inspect(BadRedaction.EARLIER_REVISION.pdf(), "quillfeather");
        assertThat(inspection.findings())
                .filteredOn(found -> found.kind() == Finding.Kind.TERM)
                .extracting(Finding::where)
                .contains("on page 1 in version 1 of 2");
    }

    @Test
    void shortTermsAreLookedForInTextAndNotInBytes() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "Mr Wu called"))) {
            assertThat(inspect(made.bytes(), "Wu").findings()).hasSize(1);
            assertThat(inspect(made.bytes(), "Tj").findings()).isEmpty();
            assertThat(inspect(made.bytes(), "Parent").findings()).isEmpty();
        }
    }

    private static void assertFoundInBytes(byte[] good, byte[] added) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(good);
        bytes.write(added);
        assertThat(inspect(bytes.toByteArray(), TERM).findings())
                .extracting(Finding::where)
                .containsExactly("in the file's bytes");
    }

    private static Inspection inspect(byte[] pdf, String term) throws Exception {
        return new PdfReading(pdf, AbsentTerms.of(List.of(term))).inspect();
    }

    private static void attach(PDDocument pdf, String name, byte[] content) throws Exception {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
    }
}
