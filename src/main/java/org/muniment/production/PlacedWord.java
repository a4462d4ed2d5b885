package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This is a word as poppler found it on a page: its characters, where it begins, and the baseline it stands on.
record PlacedWord(double x, double baseline, String text) {
    private static final Pattern WORD = Pattern.compile(
            "    <word xMin=\"(-?[0-9.]+)\" yMin=\"(-?[0-9.]+)\" xMax=\"-?[0-9.]+\" yMax=\"(-?[0-9.]+)\">(.*)</word>");

    /// The words in poppler's XHTML of one page of this height (points).
    static List<PlacedWord> in(String xhtml, double height) throws PdfIsUnexpected {
        List<PlacedWord> words = new ArrayList<>();
        for (var line : xhtml.lines().toList()) {
            var matcher = WORD.matcher(line);
            if (matcher.matches()) words.add(word(matcher, height));
            else if (!line.isBlank()) throw new PdfIsUnexpected("a page that pdftotext describes in an unknown way");
        }
        return words;
    }

    /// Our fonts all reach the same part of their size above the baseline, so the box tells the baseline.
    private static PlacedWord word(Matcher matcher, double height) {
        double top = Double.parseDouble(matcher.group(2));
        double bottom = Double.parseDouble(matcher.group(3));
        double above = EmbeddedFont.ASCENT / (double) (EmbeddedFont.ASCENT - EmbeddedFont.DESCENT);
        return new PlacedWord(
                Double.parseDouble(matcher.group(1)),
                height - (top + above * (bottom - top)),
                unescaped(matcher.group(4)));
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
