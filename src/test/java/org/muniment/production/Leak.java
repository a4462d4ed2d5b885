package org.muniment.production;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/// This is the ways redacted PDFs have leaked, each done to a good file.
enum Leak {
    WHITE_TEXT {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            draw(pdf, "1 1 1 rg", 100, 50);
        }
    },
    INVISIBLE_TEXT {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            draw(pdf, "3 Tr", 100, 50);
        }
    },
    TEXT_UNDER_A_BOX {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            draw(pdf, "", 100, 50);
            append(pdf, "0 0 0 rg 90 45 300 30 re f");
        }
    },
    TEXT_OFF_THE_PAGE {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            draw(pdf, "", 2_000, -500);
        }
    },
    TEXT_CROPPED_AWAY {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            draw(pdf, "", 20, 20);
            pdf.getPage(0).setCropBox(new PDRectangle(60, 60, 492, 672));
        }
    },
    TEXT_IN_A_FORM {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            var form = new PDFormXObject(pdf);
            form.setBBox(new PDRectangle(600, 700));
            try (var out = form.getContentStream().createOutputStream()) {
                out.write(("BT 50 50 Td (" + CANARY + ") Tj ET").getBytes(StandardCharsets.US_ASCII));
            }
            var name = pdf.getPage(0).getResources().add(form);
            append(pdf, "/" + name.getName() + " Do");
        }
    },
    HIDDEN_LAYER {
        @Override
        void spoil(PDDocument pdf) {
            var layers = new PDOptionalContentProperties();
            layers.addGroup(new PDOptionalContentGroup(CANARY));
            pdf.getDocumentCatalog().setOCProperties(layers);
        }
    },
    SPREAD_GLYPHS {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            rewrite(pdf, content -> content.replaceFirst("<([0-9A-F]{4})([0-9A-F]+)> Tj", "[<$1> -900 <$2>] TJ"));
        }
    },
    WIDER_BOX {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            rewrite(pdf, content -> content.replaceFirst(" 96 13 re", " 137 13 re"));
        }
    },
    MISSING_LINE {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            rewrite(pdf, content -> content.replaceFirst("BT [^\n]+ET\n", ""));
        }
    },
    WORDS_IN_MARKED_CONTENT {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            rewrite(pdf, content -> content.replaceFirst("<</MCID", "<</ActualText (" + CANARY + ") /MCID"));
        }
    },
    WORDS_FOR_SCREEN_READERS {
        @Override
        void spoil(PDDocument pdf) {
            root(pdf).setItem(COSName.ACTUAL_TEXT, new COSString(CANARY));
        }
    },
    ALTERNATE_TEXT {
        @Override
        void spoil(PDDocument pdf) {
            root(pdf).setItem(COSName.ALT, new COSString(CANARY));
        }
    },
    PROPERTY {
        @Override
        void spoil(PDDocument pdf) {
            pdf.getDocumentInformation().setKeywords(CANARY);
        }
    },
    TITLE {
        @Override
        void spoil(PDDocument pdf) {
            pdf.getDocumentInformation().setTitle(CANARY);
        }
    },
    METADATA {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            var metadata = pdf.getDocumentCatalog().getMetadata();
            var text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
            try (var out = metadata.createOutputStream()) {
                out.write(text.replace("Muniment", CANARY).getBytes(StandardCharsets.UTF_8));
            }
        }
    },
    BOOKMARK {
        @Override
        void spoil(PDDocument pdf) {
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle(CANARY);
            outline.addLast(item);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
        }
    },
    ANNOTATION {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            var note = new PDAnnotationText();
            note.setContents(CANARY);
            pdf.getPage(0).getAnnotations().add(note);
        }
    },
    SCRIPT {
        @Override
        void spoil(PDDocument pdf) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + CANARY + "')"));
        }
    },
    EMBEDDED_FILE {
        @Override
        void spoil(PDDocument pdf) {
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
            pdf.getDocumentCatalog().setNames(names);
        }
    },
    ANOTHER_PAGE {
        @Override
        void spoil(PDDocument pdf) {
            pdf.addPage(new PDPage());
        }
    },
    NAME {
        @Override
        void spoil(PDDocument pdf) {
            pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("Canary"), COSName.getPDFName("X"));
        }
    },
    PAGE_PIECE {
        @Override
        void spoil(PDDocument pdf) {
            var piece = new COSDictionary();
            piece.setItem(COSName.TITLE, new COSString(CANARY));
            pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), piece);
        }
    },
    FONT_WITH_MORE_CHARACTERS {
        @Override
        void spoil(PDDocument pdf) throws IOException {
            var fonts = pdf.getPage(0)
                    .getCOSObject()
                    .getCOSDictionary(COSName.RESOURCES)
                    .getCOSDictionary(COSName.FONT);
            var table = fonts.getCOSDictionary(COSName.getPDFName("F1")).getCOSStream(COSName.TO_UNICODE);
            var text = new String(table.createInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            replace(table, text.replace("endcmap", "% " + CANARY + "\nendcmap"));
        }
    },
    UNREACHED_OBJECT {
        @Override
        void spoil(PDDocument pdf) {}

        @Override
        void spoil(Path file) throws IOException {
            // An object that nothing refers to, in the table of contents all the same: what a careless editor leaves.
            insertObject(file, "<<\n/Title (" + CANARY + ")\n>>");
        }
    },
    EARLIER_REVISION {
        @Override
        void spoil(PDDocument pdf) {}

        @Override
        void spoil(Path file) throws IOException {
            byte[] good = Files.readAllBytes(file);
            try (var pdf = Loader.loadPDF(good)) {
                pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                var out = new ByteArrayOutputStream();
                pdf.saveIncremental(out);
                Files.write(file, out.toByteArray());
            }
        }
    },
    BYTES_AFTER_THE_END {
        @Override
        void spoil(PDDocument pdf) {}

        @Override
        void spoil(Path file) throws IOException {
            Files.writeString(file, CANARY, StandardOpenOption.APPEND);
        }
    },
    COMMENT_BETWEEN_OBJECTS {
        @Override
        void spoil(PDDocument pdf) {}

        @Override
        void spoil(Path file) throws IOException {
            var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            Files.writeString(
                    file, bytes.replaceFirst("endobj\n", "endobj\n% " + CANARY + "\n"), StandardCharsets.ISO_8859_1);
        }
    };

    static final String CANARY = "canary555123456";

    /// What a writer with this fault would do before it saves.
    abstract void spoil(PDDocument pdf) throws IOException;

    /// What such a writer would do afterwards.
    void spoil(Path file) throws IOException {}

    /// In a font of the document, in codes that say nothing by themselves.
    private static void draw(PDDocument pdf, String before, int x, int y) throws IOException {
        append(pdf, "BT %s /F1 12 Tf %d %d Td <000100020003000400050006> Tj ET".formatted(before, x, y));
    }

    private static void append(PDDocument pdf, String operators) throws IOException {
        rewrite(pdf, content -> content + operators + "\n");
    }

    private static void rewrite(PDDocument pdf, UnaryOperator<String> change) throws IOException {
        var page = pdf.getPage(0);
        var content = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        var changed = change.apply(content);
        if (changed.equals(content)) throw new IllegalStateException("the leak changed nothing");
        var stream = new COSStream();
        replace(stream, changed);
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
    }

    private static void replace(COSStream stream, String text) throws IOException {
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static COSDictionary root(PDDocument pdf) {
        return (COSDictionary) pdf.getDocumentCatalog().getStructureTreeRoot().getK();
    }

    private static void insertObject(Path file, String object) throws IOException {
        var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        int xref = bytes.lastIndexOf("\nxref\n") + 1;
        int count = Integer.parseInt(
                bytes.substring(xref + 7, bytes.indexOf('\n', xref + 5)).strip());
        var added = count + " 0 obj\n" + object + "\nendobj\n";
        var tail = bytes.substring(xref)
                .replaceFirst("0 " + count + "\n", "0 " + (count + 1) + "\n")
                .replace("trailer\n", "%010d 00000 n\r\ntrailer\n".formatted(xref))
                .replace("/Size " + count, "/Size " + (count + 1))
                .replace("startxref\n" + xref, "startxref\n" + (xref + added.length()));
        Files.writeString(file, bytes.substring(0, xref) + added + tail, StandardCharsets.ISO_8859_1);
    }
}
