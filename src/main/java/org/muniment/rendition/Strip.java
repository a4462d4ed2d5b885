package org.muniment.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Text on one line, with each withheld run as one U+FFFC, which displayable text never contains; `exemptions` has what
/// the box of each says, in order.
record Strip(String text, List<String> exemptions) {
    static final char BOX = '\uFFFC';

    Strip {
        exemptions = List.copyOf(exemptions);
    }

    /// The runs as the lines their text has. Characters that cannot be drawn come as their notation.
    static List<Strip> of(List<Run> runs, IntPredicate isDrawable) {
        List<Strip> strips = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> exemptions = new ArrayList<>();
        for (Run run : runs) {
            switch (run) {
                case Run.Withheld withheld -> {
                    text.append(BOX);
                    exemptions.add(withheld.label());
                }
                case Run.Shown shown -> {
                    String[] lines = shown.text().split("\n", -1);
                    for (int i = 0; i < lines.length; i++) {
                        if (i > 0) strips.add(take(text, exemptions));
                        appendDrawable(lines[i], isDrawable, text);
                    }
                }
            }
        }
        strips.add(take(text, exemptions));
        return strips;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /// The part of it from `from` to `to`, without the white space at its end; `firstBox` boxes stand before it.
    Strip part(int from, int to, int firstBox) {
        String part = text.substring(from, to).stripTrailing();
        return new Strip(
                part, exemptions.isEmpty() ? exemptions : exemptions.subList(firstBox, firstBox + boxes(part)));
    }

    /// The text with the exemptions in place of the boxes.
    String reading() {
        if (exemptions.isEmpty()) return text;
        StringBuilder reading = new StringBuilder();
        int box = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == BOX) reading.append(exemptions.get(box++));
            else reading.append(text.charAt(at));
        }
        return reading.toString();
    }

    private static int boxes(String text) {
        return (int) text.chars().filter(character -> character == BOX).count();
    }

    private static Strip take(StringBuilder text, List<String> exemptions) {
        Strip strip = new Strip(text.toString(), exemptions);
        text.setLength(0);
        exemptions.clear();
        return strip;
    }

    private static void appendDrawable(String line, IntPredicate isDrawable, StringBuilder text) {
        line.codePoints().forEach(codePoint -> {
            if (isDrawable.test(codePoint)) text.appendCodePoint(codePoint);
            else text.append(DisplayableText.notation(codePoint));
        });
    }
}
