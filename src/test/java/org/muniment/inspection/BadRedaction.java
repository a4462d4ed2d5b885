package org.muniment.inspection;

import static org.muniment.inspection.HandmadePdf.line;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;
import org.muniment.inspection.Finding.Kind;

/// This is the ways of naive redactors: each writes a page that looks redacted and is not.
enum BadRedaction {
    RECTANGLE(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "0 g 95 695 200 20 re f");
        }
    },
    RECTANGLE_WITH_A_LABEL(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "0 g 95 695 200 20 re f 1 g " + line(110, 700, "REDACTED 1-210"));
        }
    },
    WHITE_RECTANGLE(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "1 1 1 rg 95 695 200 20 re f");
        }
    },
    POLYGON(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "0 g 80 705 m 120 690 l 300 690 l 320 705 l 300 720 l 120 720 l h f");
        }
    },
    ELLIPSE(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "0 g 50 705 m 50 760 350 760 350 705 c 350 650 50 650 50 705 c f");
        }
    },
    THICK_LINE(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "0 G 20 w 95 704 m 300 704 l S");
        }
    },
    CROSS_HATCHED_BOX(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            return drawn(SECRET_LINE + "1 g 95 695 200 20 re f 0 G 95 695 m 295 715 l S 95 715 m 295 695 l S");
        }
    },
    PICTURE(Kind.UNDER_A_PICTURE) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                COSName name = made.page.getResources().add(made.picture(Color.BLACK));
                made.replace(SECRET_LINE + "q 200 0 0 20 95 695 cm /%s Do Q".formatted(name.getName()));
                return made.bytes();
            }
        }
    },
    FILLED_FORM(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                PDFormXObject form = new PDFormXObject(HandmadePdf.stream("0 g 0 0 200 20 re f"));
                form.setBBox(new PDRectangle(200, 20));
                COSName name = made.page.getResources().add(form);
                made.replace(SECRET_LINE + "q 1 0 0 1 95 695 cm /%s Do Q".formatted(name.getName()));
                return made.bytes();
            }
        }
    },
    TEXT_IN_A_GROUP_UNDER_A_BOX(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                PDTransparencyGroup group = new PDTransparencyGroup(new PDStream(HandmadePdf.stream(SECRET_LINE)));
                group.setBBox(PDRectangle.LETTER);
                group.setResources(made.page.getResources());
                COSName name = made.page.getResources().add(group);
                made.replace("/%s Do 0 g 95 695 200 20 re f".formatted(name.getName()));
                return made.bytes();
            }
        }
    },
    BLACK_MULTIPLIED(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                PDExtendedGraphicsState multiply = new PDExtendedGraphicsState();
                multiply.setBlendMode(BlendMode.MULTIPLY);
                COSName name = made.page.getResources().add(multiply);
                made.replace(SECRET_LINE + "/%s gs 0 g 95 695 200 20 re f".formatted(name.getName()));
                return made.bytes();
            }
        }
    },
    BLACK_HIGHLIGHT(Kind.UNDER_AN_ANNOTATION) {
        @Override
        byte[] pdf() throws IOException {
            PDAnnotationHighlight highlight = new PDAnnotationHighlight();
            highlight.setQuadPoints(new float[] {95, 715, 295, 715, 95, 695, 295, 695});
            return annotated(highlight);
        }
    },
    BLACK_SQUARE(Kind.UNDER_AN_ANNOTATION) {
        @Override
        byte[] pdf() throws IOException {
            PDAnnotationSquare square = new PDAnnotationSquare();
            square.setInteriorColor(new PDColor(new float[] {0, 0, 0}, PDDeviceRGB.INSTANCE));
            return annotated(square);
        }
    },
    INK(Kind.UNDER_AN_ANNOTATION) {
        @Override
        byte[] pdf() throws IOException {
            PDAnnotationInk ink = new PDAnnotationInk();
            ink.setInkList(new float[][] {{90, 704, 300, 704}});
            COSDictionary border = new COSDictionary();
            border.setFloat(COSName.W, 24);
            ink.getCOSObject().setItem(COSName.BS, border);
            return annotated(ink);
        }
    },
    WHITE_ON_WHITE(Kind.SAME_COLOUR) {
        @Override
        byte[] pdf() throws IOException {
            return drawn("1 g " + SECRET_LINE);
        }
    },
    BLACK_ON_BLACK(Kind.SAME_COLOUR) {
        @Override
        byte[] pdf() throws IOException {
            return drawn("0 g 95 695 200 20 re f " + SECRET_LINE);
        }
    },
    TRANSPARENT_TEXT(Kind.INVISIBLE) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
                clear.setNonStrokingAlphaConstant(0f);
                COSName name = made.page.getResources().add(clear);
                made.replace("/%s gs ".formatted(name.getName()) + SECRET_LINE);
                return made.bytes();
            }
        }
    },
    TEXT_LAYER_OF_A_SCAN(Kind.INVISIBLE) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                COSName scan = made.page.getResources().add(made.picture(Color.BLACK));
                made.replace("q 200 0 0 20 95 695 cm /%s Do Q 3 Tr ".formatted(scan.getName()) + SECRET_LINE);
                return made.bytes();
            }
        }
    },
    UNAPPLIED_REDACTION(Kind.UNAPPLIED_REDACTION) {
        @Override
        byte[] pdf() throws IOException {
            PDAnnotation mark = new PDAnnotationUnknown(new COSDictionary());
            mark.getCOSObject().setName(COSName.SUBTYPE, "Redact");
            return annotated(mark);
        }
    },
    HIDDEN_LAYER(Kind.HIDDEN_LAYER) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing("")) {
                PDOptionalContentGroup layer = new PDOptionalContentGroup("draft");
                PDOptionalContentProperties layers = new PDOptionalContentProperties();
                layers.addGroup(layer);
                layers.setGroupEnabled(layer, false);
                made.pdf.getDocumentCatalog().setOCProperties(layers);
                COSName name = made.page.getResources().add(layer);
                made.replace("/OC /%s BDC ".formatted(name.getName()) + SECRET_LINE + "EMC");
                return made.bytes();
            }
        }
    },
    OUTSIDE_THE_CROP_BOX(Kind.OUTSIDE_THE_PAGE) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing(SECRET_LINE)) {
                made.page.setCropBox(new PDRectangle(0, 0, 612, 650));
                return made.bytes();
            }
        }
    },
    CLIPPED_AWAY(Kind.CLIPPED) {
        @Override
        byte[] pdf() throws IOException {
            return drawn("q 0 0 612 600 re W n " + SECRET_LINE + "Q");
        }
    },
    ROTATED_PAGE(Kind.UNDER_A_BOX) {
        @Override
        byte[] pdf() throws IOException {
            try (HandmadePdf made = HandmadePdf.drawing(SECRET_LINE + "0 g 95 695 200 20 re f")) {
                made.page.setRotation(90);
                return made.bytes();
            }
        }
    },
    EARLIER_REVISION(Kind.EARLIER_REVISION) {
        @Override
        byte[] pdf() throws IOException {
            return appended(drawn(SECRET_LINE + line(100, 600, "the rest stays")), line(100, 600, "the rest stays"));
        }
    };

    /// Two words, so that it also shows how words are put together again.
    static final String SECRET = "Quillfeather 555-01-2345";

    static final String SECRET_LINE = line(100, 700, SECRET);

    private final Kind kind;

    BadRedaction(Kind kind) {
        this.kind = kind;
    }

    /// As what it is found.
    Kind kind() {
        return kind;
    }

    abstract byte[] pdf() throws IOException;

    private static byte[] drawn(String operators) throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing(operators)) {
            return made.bytes();
        }
    }

    private static byte[] annotated(PDAnnotation annotation) throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing(SECRET_LINE)) {
            annotation.setRectangle(new PDRectangle(95, 690, 200, 25));
            COSArray black = new COSArray();
            for (int i = 0; i < 3; i++) black.add(COSFloat.ZERO);
            annotation.getCOSObject().setItem(COSName.C, black);
            made.page.setAnnotations(List.of(annotation));
            return made.bytes();
        }
    }

    /// Changes what the first page draws as many editors do: by writing the change after the end.
    static byte[] appended(byte[] pdf, String operators) throws IOException {
        try (PDDocument opened = Loader.loadPDF(pdf)) {
            opened.getPage(0).getCOSObject().setItem(COSName.CONTENTS, HandmadePdf.stream(operators));
            opened.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            opened.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            opened.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            opened.saveIncremental(out);
            return out.toByteArray();
        }
    }
}
