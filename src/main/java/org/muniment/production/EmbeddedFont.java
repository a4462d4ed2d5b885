package org.muniment.production;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.muniment.rendition.FontFace;

/// This is one font of one PDF: only the glyphs that are drawn, under codes of our own, one for each character.
///
/// A font may draw two characters with one glyph; with a code for each character the text read back is still exact.
final class EmbeddedFont {
    /// Without these PDF needs no table of a TrueType font; names, for one, would be text nobody checks.
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    /// The same for every font, so that a reader's text boxes tell the baseline: four fifths up, one fifth down.
    static final int ASCENT = 800;

    static final int DESCENT = -200;
    private static final int SYMBOLIC = 4;

    private final FontFace face;
    private final TrueTypeFont program;
    private final String resourceName;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    EmbeddedFont(FontFace face, TrueTypeFont program, String resourceName) {
        this.face = face;
        this.program = program;
        this.resourceName = resourceName;
    }

    /// The font's name in a PDF, but for the letters that tell one subset from another.
    static String baseName(FontFace face) {
        return face.name().replaceAll("[^A-Za-z0-9_-]", "");
    }

    String resourceName() {
        return resourceName;
    }

    /// The operand of a show-text operator for these characters. Refuses a character the font has no glyph for.
    String encode(String text) throws IOException {
        var cmap = program.getUnicodeCmapLookup();
        var hex = new StringBuilder(text.length() * 4);
        for (int character : text.codePoints().toArray()) {
            if (cmap.getGlyphId(character) == 0) throw new GlyphIsMissing(character, face);
            hex.append("%04X".formatted(codes.computeIfAbsent(character, _ -> codes.size() + 1)));
        }
        return hex.toString();
    }

    /// Ends the drawing: the font's dictionary, with its subset program, widths and characters.
    COSDictionary toDictionary() throws IOException {
        var subsetter = new TTFSubsetter(program, TABLES);
        codes.keySet().forEach(subsetter::add);
        var bytes = new ByteArrayOutputStream();
        subsetter.writeToStream(bytes);
        var subset = PdfObjects.stream(bytes.toByteArray());
        subset.setLong(COSName.LENGTH1, bytes.size());
        var name = COSName.getPDFName(tag() + "+" + baseName(face));

        var font = PdfObjects.dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, PdfObjects.array(descendant(name, subset, newGlyphIds(subsetter))));
        font.setItem(
                COSName.TO_UNICODE, PdfObjects.stream(toUnicode(codes.keySet()).getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    /// Six letters that follow from the characters used: another subset, another name; the same, the same.
    private String tag() {
        var used = new StringBuilder();
        codes.keySet().forEach(used::appendCodePoint);
        byte[] digest = Digests.sha256(used.toString().getBytes(StandardCharsets.UTF_8));
        var tag = new StringBuilder();
        for (int i = 0; i < 6; i++) tag.append((char) ('A' + (digest[i] & 0xff) % 26));
        return tag.toString();
    }

    private static Map<Integer, Integer> newGlyphIds(TTFSubsetter subsetter) throws IOException {
        Map<Integer, Integer> newByOld = new HashMap<>();
        subsetter.getGIDMap().forEach((newId, oldId) -> newByOld.put(oldId, newId));
        return newByOld;
    }

    private COSDictionary descendant(COSName name, COSStream subset, Map<Integer, Integer> newGlyphIds)
            throws IOException {
        var font = PdfObjects.dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setItem(COSName.BASE_FONT, name);
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.FONT_DESC, descriptor(name, subset));
        font.setItem(COSName.W, widths());
        font.setItem(COSName.CID_TO_GID_MAP, PdfObjects.stream(glyphByCode(newGlyphIds)));
        return font;
    }

    private COSDictionary descriptor(COSName name, COSStream subset) throws IOException {
        var descriptor = PdfObjects.dictionary("FontDescriptor");
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        var box = program.getFontBBox();
        var bounds = new COSArray();
        for (float edge : List.of(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY()))
            bounds.add(COSInteger.get(Math.round(edge)));
        descriptor.setItem(COSName.FONT_BBOX, bounds);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, ASCENT);
        descriptor.setInt(COSName.DESCENT, DESCENT);
        descriptor.setInt(COSName.CAP_HEIGHT, ASCENT);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, subset);
        return descriptor;
    }

    private COSArray widths() throws IOException {
        var widths = new COSArray();
        for (int character : codes.keySet()) {
            int glyph = program.getUnicodeCmapLookup().getGlyphId(character);
            widths.add(new COSFloat(program.getAdvanceWidth(glyph) * 1000f / program.getUnitsPerEm()));
        }
        var fromCodeOne = new COSArray();
        fromCodeOne.add(COSInteger.ONE);
        fromCodeOne.add(widths);
        return fromCodeOne;
    }

    private byte[] glyphByCode(Map<Integer, Integer> newGlyphIds) throws IOException {
        byte[] map = new byte[2 * (codes.size() + 1)];
        for (var entry : codes.entrySet()) {
            int oldId = program.getUnicodeCmapLookup().getGlyphId(entry.getKey());
            Integer newId = newGlyphIds.get(oldId);
            if (newId == null || newId == 0) throw new GlyphIsMissing(entry.getKey(), face);
            map[2 * entry.getValue()] = (byte) (newId >> 8);
            map[2 * entry.getValue() + 1] = (byte) (int) newId;
        }
        return map;
    }

    /// Says which character each code stands for; codes are counted from 1 in this order.
    static String toUnicode(Collection<Integer> characters) {
        var cmap = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var all = List.copyOf(characters);
        for (int from = 0; from < all.size(); from += 100) {
            int to = Math.min(from + 100, all.size());
            cmap.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) cmap.append("<%04X> <%s>\n".formatted(i + 1, utf16(all.get(i))));
            cmap.append("endbfchar\n");
        }
        return cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String utf16(int character) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(Character.toString(character).getBytes(StandardCharsets.UTF_16BE));
    }
}
