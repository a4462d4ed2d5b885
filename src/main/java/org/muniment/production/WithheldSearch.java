package org.muniment.production;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// This is the last look: whether anything that was withheld is in a file's bytes, raw or inflated, in any of the ways
/// PDF writes text. It is the only part of a release that is given withheld text, and only after the file is written.
///
/// A text that may also be shown somewhere in the document proves nothing and is not looked for; neither is one so
/// short that chance would find it. Those are covered by comparing the pages.
final class WithheldSearch {
    /// Eight bytes that follow each other by chance: once in 10^19.
    private static final int BYTES_MIN = 8;

    /// By their first eight bytes, so that one pass over a file is enough for any number of them.
    private final Map<Long, List<String>> needlesByBeginning = new HashMap<>();

    private WithheldSearch(Iterable<String> needles) {
        for (var needle : needles) {
            long beginning = 0;
            for (int i = 0; i < BYTES_MIN; i++) beginning = beginning << 8 | needle.charAt(i);
            needlesByBeginning
                    .computeIfAbsent(beginning, _ -> new ArrayList<>())
                    .add(needle);
        }
    }

    /// `shown` is all that may be read in the document.
    static WithheldSearch of(Iterable<String> withheld, String shown) {
        var mayBeRead = ReadText.comparable(shown).toLowerCase(Locale.ROOT);
        Set<String> needles = new LinkedHashSet<>();
        for (var text : withheld)
            if (!mayBeRead.contains(ReadText.comparable(text).toLowerCase(Locale.ROOT))) addForms(needles, text);
        return new WithheldSearch(needles);
    }

    /// `bytes` has one character for each byte.
    boolean finds(String bytes) {
        if (needlesByBeginning.isEmpty()) return false;
        long last = 0;
        for (int at = 0; at < bytes.length(); at++) {
            last = last << 8 | bytes.charAt(at);
            int start = at - BYTES_MIN + 1;
            if (start < 0) continue;
            for (var needle : needlesByBeginning.getOrDefault(last, List.of()))
                if (bytes.startsWith(needle, start)) return true;
        }
        return false;
    }

    private static void addForms(Set<String> needles, String text) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(text);
        for (var form : Normalizer.Form.values()) spellings.add(Normalizer.normalize(text, form));
        spellings.add(text.strip().replaceAll("\\s+", " "));
        spellings.add(ReadText.comparable(text));
        for (var spelling : List.copyOf(spellings)) {
            spellings.add(spelling.toLowerCase(Locale.ROOT));
            spellings.add(spelling.toUpperCase(Locale.ROOT));
        }
        for (var spelling : spellings) addEncodings(needles, spelling);
    }

    private static void addEncodings(Set<String> needles, String spelling) {
        List<Charset> charsets = List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("windows-1252"));
        for (var charset : charsets) {
            if (!charset.newEncoder().canEncode(spelling)) continue;
            byte[] bytes = spelling.getBytes(charset);
            if (bytes.length < BYTES_MIN) continue;
            var hex = HexFormat.of().formatHex(bytes);
            needles.addAll(new ArrayList<>(List.of(PdfObjects.latin(bytes), hex, hex.toUpperCase(Locale.ROOT))));
        }
    }
}
