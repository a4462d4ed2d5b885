package org.muniment.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What layout needs of a font: which characters it has and how wide they are.
final class LoadedFont {
    private final FontFace face;
    private final CmapLookup glyphs;
    private final HorizontalMetricsTable metrics;
    private final double unitsPerEm;

    private LoadedFont(FontFace face, CmapLookup glyphs, HorizontalMetricsTable metrics, double unitsPerEm) {
        this.face = face;
        this.glyphs = glyphs;
        this.metrics = metrics;
        this.unitsPerEm = unitsPerEm;
    }

    /// Throws IOException if this is no font, or one that may not be embedded.
    static LoadedFont of(String name, FontFace.Source source) throws IOException {
        byte[] file;
        try (InputStream in = source.open()) {
            file = in.readAllBytes();
        }
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            if (!mayBeEmbedded(font)) throw new IOException("the font " + name + " may not be embedded");
            FontFace face = new FontFace(name, sha256Hex(file), source);
            return new LoadedFont(face, font.getUnicodeCmapLookup(), font.getHorizontalMetrics(), font.getUnitsPerEm());
        }
    }

    FontFace face() {
        return face;
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    Glyph glyph(int codePoint) {
        return new Glyph(codePoint, face, metrics.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm);
    }

    /// The licence bits of the OpenType OS/2 table, field fsType.
    private static boolean mayBeEmbedded(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable licence = font.getOS2Windows();
        if (licence == null) return false;
        int bits = licence.getFsType();
        boolean isRestricted = (bits & 0x000F) == OS2WindowsMetricsTable.FSTYPE_RESTRICTED;
        int refused = OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY | OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING;
        return !isRestricted && (bits & refused) == 0;
    }

    static String sha256Hex(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
