package org.muniment.inspection;

import java.util.List;

/// Characters as a person would read them: with spaces where there are gaps and at line ends.
final class ReadableText {
    /// Of the font size.
    private static final double GAP = 0.18;

    private ReadableText() {}

    static String of(List<TracedGlyph> glyphs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < glyphs.size(); i++) {
            if (i > 0 && isApart(glyphs.get(i - 1), glyphs.get(i))) text.append(' ');
            text.append(glyphs.get(i).text());
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /// Whether the second begins another word or line, or stands elsewhere altogether.
    static boolean isApart(TracedGlyph first, TracedGlyph second) {
        double size = Math.max(
                0.1, Math.max(first.baseline().size(), second.baseline().size()));
        double x = second.baseline().x() - first.baseline().endX();
        double y = second.baseline().y() - first.baseline().endY();
        return Math.hypot(x, y) > GAP * size;
    }
}
