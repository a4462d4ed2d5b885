package org.muniment.rendition;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// Breaks a strip into lines that fit a width: where Unicode's line breaking (UAX 14) allows, and where a word alone is
/// too long, between grapheme clusters.
final class LineBreaker {
    /// However narrow its characters: a line is something a person can look at.
    static final int LINE_CHARACTERS_MAX = 1_000;

    private static final double ROUNDING = 1e-6;

    private final Strip strip;
    private final double width;
    private final double[] ends;
    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final List<Strip> lines = new ArrayList<>();
    private int boxes;

    /// `advances` has the width of each character (UTF-16 unit) of the strip.
    LineBreaker(Strip strip, double[] advances, double width) {
        this.strip = strip;
        this.width = width;
        ends = new double[advances.length + 1];
        for (int at = 0; at < advances.length; at++) ends[at + 1] = ends[at] + advances[at];
    }

    List<Strip> lines() {
        if (strip.isBlank()) return List.of();
        int length = strip.text().length();
        if (fits(0, length)) return List.of(strip.part(0, length, 0));
        clusters.setText(strip.text());
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(strip.text());
        int line = 0;
        int last = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (!fits(line, next) && last > line) line = endLine(line, last);
            while (!fits(line, next)) line = endLine(line, lastThatFits(line, next));
            last = next;
        }
        endLine(line, length);
        return lines;
    }

    private int endLine(int from, int to) {
        Strip line = strip.part(from, to, boxes);
        boxes += line.exemptions().size();
        if (!line.isBlank()) lines.add(line);
        return to;
    }

    private boolean fits(int from, int to) {
        int end = to;
        while (end > from && strip.text().charAt(end - 1) == ' ') end--;
        return to - from <= LINE_CHARACTERS_MAX && ends[end] - ends[from] <= width + ROUNDING;
    }

    /// At least one character after `from`, however wide.
    private int lastThatFits(int from, int to) {
        int end = from;
        for (int next = clusters.following(from); next != BreakIterator.DONE && next <= to; next = clusters.next()) {
            if (!fits(from, next)) break;
            end = next;
        }
        return end > from ? end : cutCluster(from, to);
    }

    private int cutCluster(int from, int to) {
        int end = Math.min(clusters.following(from), Math.min(to, from + LINE_CHARACTERS_MAX));
        boolean splitsPair = end < to && Character.isLowSurrogate(strip.text().charAt(end));
        return splitsPair && end - from > 1 ? end - 1 : end;
    }
}
