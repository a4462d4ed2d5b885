package org.muniment.inspection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// This is text that is no plain text of a page.
final class OddText {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private OddText() {}

    /// Its bytes mean nothing without the font's own table.
    static byte[] ofAFontWithItsOwnCodes(String after) throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("");
                InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            PDType0Font font = PDType0Font.load(made.pdf, file, true);
            COSName name = made.page.getResources().add(font);
            StringBuilder hex = new StringBuilder();
            for (byte each : font.encode(BadRedaction.SECRET)) hex.append("%02X".formatted(each));
            BadRedaction.SECRET.codePoints().forEach(font::addToSubset);
            made.replace("BT /%s 12 Tf 100 700 Td <%s> Tj ET ".formatted(name.getName(), hex) + after);
            return made.bytes();
        }
    }

    /// Each character is a drawing.
    static byte[] ofATypeThreeFont(String after) throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            made.page
                    .getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.FONT)
                    .setItem(COSName.getPDFName("T3"), typeThree());
            made.replace("BT /T3 12 Tf 100 700 Td (%s) Tj ET ".formatted(BadRedaction.SECRET) + after);
            return made.bytes();
        }
    }

    private static COSDictionary typeThree() {
        COSDictionary drawings = new COSDictionary();
        COSDictionary encoding = new COSDictionary();
        COSArray names = new COSArray();
        COSArray widths = new COSArray();
        names.add(COSInteger.get(32));
        for (char character = 32; character < 127; character++) {
            COSName name = COSName.getPDFName("uni%04X".formatted((int) character));
            names.add(name);
            widths.add(COSInteger.get(600));
            String shape = character == ' ' ? "" : "50 0 500 700 re f";
            drawings.setItem(name, HandmadePdf.stream("600 0 0 0 600 700 d1 " + shape));
        }
        encoding.setItem(COSName.DIFFERENCES, names);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, new PDRectangle(0, 0, 600, 700).getCOSArray());
        COSArray matrix = new COSArray();
        matrix.setFloatArray(new float[] {0.001f, 0, 0, 0.001f, 0, 0});
        font.setItem(COSName.FONT_MATRIX, matrix);
        font.setItem(COSName.CHAR_PROCS, drawings);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 32);
        font.setInt(COSName.LAST_CHAR, 126);
        font.setItem(COSName.WIDTHS, widths);
        return font;
    }

    static byte[] inATilingPattern() throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            PDTilingPattern pattern = new PDTilingPattern();
            var dictionary = HandmadePdf.stream(BadRedaction.SECRET_LINE);
            pattern.getCOSObject().forEach(dictionary::setItem);
            PDTilingPattern drawn = new PDTilingPattern(dictionary);
            drawn.setPaintType(PDTilingPattern.PAINT_COLORED);
            drawn.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
            drawn.setBBox(PDRectangle.LETTER);
            drawn.setXStep(612);
            drawn.setYStep(792);
            drawn.setResources(made.page.getResources());
            COSName name = made.page.getResources().add(drawn);
            made.replace("/Pattern cs /%s scn 0 0 612 792 re f".formatted(name.getName()));
            return made.bytes();
        }
    }

    static byte[] inAFormField() throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            PDAcroForm form = new PDAcroForm(made.pdf);
            PDTextField field = new PDTextField(form);
            field.setPartialName("name");
            field.getCOSObject().setString(COSName.V, BadRedaction.SECRET);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(100, 700, 200, 20));
            form.setFields(List.of(field));
            made.pdf.getDocumentCatalog().setAcroForm(form);
            made.page.setAnnotations(List.of(field.getWidgets().getFirst()));
            return made.bytes();
        }
    }

    static byte[] inAPictureThatIsCropped() throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSName scan = made.page.getResources().add(made.picture(Color.WHITE, Color.BLACK));
            made.replace("q 612 0 0 792 0 0 cm /%s Do Q".formatted(scan.getName()));
            made.page.setCropBox(new PDRectangle(0, 0, 612, 500));
            return made.bytes();
        }
    }

    /// A JPEG with a comment, where cameras write who and where.
    static byte[] inTheFileOfAPicture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] comment = BadRedaction.SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(jpeg.toByteArray(), 0, 2);
        commented.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        commented.write(comment);
        commented.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSName name =
                    made.page.getResources().add(JPEGFactory.createFromByteArray(made.pdf, commented.toByteArray()));
            made.replace("q 20 0 0 20 100 700 cm /%s Do Q".formatted(name.getName()));
            return made.bytes();
        }
    }

    static byte[] withASmallPictureOfThePage() throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            made.page.getCOSObject().setItem(COSName.getPDFName("Thumb"), made.picture(Color.WHITE, Color.BLACK));
            return made.bytes();
        }
    }
}
