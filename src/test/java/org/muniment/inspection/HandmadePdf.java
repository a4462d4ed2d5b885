package org.muniment.inspection;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// This is one page of Letter, written operator by operator, as a tool somebody trusted might have
/// written it.
/// `/F1` is Helvetica.
final class HandmadePdf implements AutoCloseable {
    final PDDocument pdf = new PDDocument();
    final PDPage page = new PDPage(PDRectangle.LETTER);

    /// A page that draws this.
    static HandmadePdf drawing(String operators) {
        HandmadePdf made = new HandmadePdf();
        made.pdf.addPage(made.page);
        made.page.setResources(new PDResources());
        made.page.getResources().put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
        made.replace(operators);
        return made;
    }

    /// A line of 12-point text at a place.
    static String line(int x, int y, String text) {
        return "BT /F1 12 Tf %d %d Td (%s) Tj ET\n".formatted(x, y, text);
    }

    /// What the page draws from now on.
    void replace(String operators) {
        page.getCOSObject().setItem(COSName.CONTENTS, stream(operators));
    }

    static COSStream stream(String operators) {
        COSStream stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stream;
    }

    /// A picture of one colour with, in it, some of another.
    PDImageXObject picture(Color colour, Color... stripes) throws IOException {
        BufferedImage pixels = new BufferedImage(200, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = pixels.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 200, 40);
        for (int i = 0; i < stripes.length; i++) {
            graphics.setColor(stripes[i]);
            for (int x = 0; x < 200; x += 10) graphics.fillRect(x, 5 + i * 10, 5, 30);
        }
        return LosslessFactory.createFromImage(pdf, pixels);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
