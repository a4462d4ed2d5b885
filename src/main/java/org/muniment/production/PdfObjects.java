package org.muniment.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/// This is the few ways we make PDF objects.
final class PdfObjects {
    private PdfObjects() {}

    static COSDictionary dictionary(String type) {
        var dictionary = new COSDictionary();
        dictionary.setName(COSName.TYPE, type);
        return dictionary;
    }

    static COSArray array(COSBase... items) {
        var array = new COSArray();
        for (var item : items) array.add(item);
        return array;
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// A text string as PDF wants it, one character for each byte: ASCII, or UTF-16 with its mark.
    static String textBytes(String text) {
        boolean isAscii = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return isAscii ? text : latin(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    }

    static COSString text(String text) {
        return new COSString(textBytes(text).getBytes(StandardCharsets.ISO_8859_1));
    }

    static COSStream stream(byte[] bytes) throws IOException {
        var stream = new COSStream();
        write(stream, bytes);
        return stream;
    }

    static void write(COSStream stream, byte[] bytes) throws IOException {
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
    }
}
