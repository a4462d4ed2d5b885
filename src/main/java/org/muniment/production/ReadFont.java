package org.muniment.production;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// This is a font as read back: its name, and the character of each code. Its parts are held against what we write.
record ReadFont(String name, List<String> characters) {
    private static final Pattern NAME = Pattern.compile("[A-Z]{6}\\+([A-Za-z0-9_-]+)");
    private static final Pattern ENTRY = Pattern.compile("<[0-9A-F]{4}> <((?:[0-9A-F]{4}){1,2})>\n");
    /// The tables glyphs are drawn from. No table of names, which could say anything.
    private static final Set<String> TABLES =
            Set.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    static ReadFont of(PdfParts parts, Map<String, PdfValue> font) throws PdfIsUnexpected {
        if (!(font.get("BaseFont") instanceof PdfValue.Name(var baseName)) || !font.containsKey("ToUnicode"))
            throw new PdfIsUnexpected("a font without a name or without its characters");
        var matcher = NAME.matcher(baseName);
        if (!matcher.matches()) throw new PdfIsUnexpected("a font that is not a subset");
        return new ReadFont(matcher.group(1), characters(parts.stream(reference(font.get("ToUnicode")))));
    }

    String decode(String codes) throws PdfIsUnexpected {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < codes.length(); i += 2) {
            int code = codes.charAt(i) << 8 | codes.charAt(i + 1);
            if (code < 1 || code > characters.size()) throw new PdfIsUnexpected("a code that stands for no character");
            text.append(characters.get(code - 1));
        }
        return text.toString();
    }

    static int reference(@Nullable PdfValue value) throws PdfIsUnexpected {
        if (value instanceof PdfValue.Reference(var number)) return number;
        throw new PdfIsUnexpected("an object in place where there should be a reference");
    }

    /// A font program in which there is room for glyphs only.
    static void checkProgram(String program) throws PdfIsUnexpected {
        int tables = unsigned(program, 4, 2);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (entry + 16 > program.length() || !TABLES.contains(program.substring(entry, entry + 4)))
                throw new PdfIsUnexpected("a font program with a table that we do not embed");
        }
    }

    /// Reads the table, then writes it again: if it held one byte more or other, that shows.
    private static List<String> characters(String table) throws PdfIsUnexpected {
        List<String> characters = new ArrayList<>();
        var entries = ENTRY.matcher(table.substring(Math.max(0, table.indexOf("beginbfchar"))));
        while (entries.find())
            characters.add(new String(HexFormat.of().parseHex(entries.group(1)), StandardCharsets.UTF_16BE));
        var codePoints = characters.stream().map(text -> text.codePointAt(0)).toList();
        if (!EmbeddedFont.toUnicode(codePoints).equals(table))
            throw new PdfIsUnexpected("a table of characters that we would write otherwise");
        return characters;
    }

    private static int unsigned(String bytes, int at, int count) throws PdfIsUnexpected {
        if (at + count > bytes.length()) throw new PdfIsUnexpected("a font program that ends early");
        int value = 0;
        for (int i = 0; i < count; i++) value = value << 8 | bytes.charAt(at + i);
        return value;
    }
}
