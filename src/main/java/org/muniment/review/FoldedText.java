package org.muniment.review;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.rendition.DisplayableText;

/// Text made comparable, which remembers where each of its characters came from.
///
/// Letter case, compatibility forms (ligatures, full-width letters), kinds of quotation mark and dash do not count, nor
/// does how much white space there is, nor where a line ends and how often it is quoted (`> > `), nor written-out
/// controls (`[U+202E]`). A hit always covers whole grapheme clusters of the original.
final class FoldedText {
    private static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    /// How displayable text writes out what has no look of its own and may stand in the middle of a word.
    private static final Pattern INVISIBLE = Pattern.compile("\\[U\\+(?:202[A-E]|206[6-9]|00[01789][0-9A-F]"
            + "|D[89A-F][0-9A-F]{2}|E[0-9A-F]{3}|F[0-8][0-9A-F]{2}|FFF[9A-C]|F[0-9A-F]{4}|10[0-9A-F]{4})]");

    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final StringBuilder folded = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private FoldedText() {}

    static FoldedText of(String text, View view) {
        FoldedText result = new FoldedText();
        switch (view) {
            case LINES_APART -> result.appendCaseless(text, " ");
            case LINES_JOINED -> result.appendCaseless(text, "");
            case AS_IT_STANDS -> result.appendClusters(text, 0, text.length(), cluster -> cluster);
            case COMPATIBLE -> result.appendVisible(text, 0, text.length(), COMPATIBLE::normalize);
            case LINKS_READ -> result.appendLinks(LinkText.of(text), View.LINES_JOINED);
            case LINKS_COMPATIBLE -> result.appendLinks(LinkText.of(text), View.COMPATIBLE);
        }
        return result;
    }

    private void appendLinks(LinkText links, View view) {
        FoldedText read = of(links.text(), view);
        makeRoom(read.folded.length());
        folded.append(read.folded);
        for (int at = 0; at < folded.length(); at++) {
            starts[at] = links.originalStart(read.starts[at]);
            ends[at] = links.originalEnd(read.ends[at]);
        }
    }

    enum View {
        AS_IT_STANDS,
        /// A line end counts as a space.
        LINES_APART,
        /// A line end does not count: for an address or number that was broken in two.
        LINES_JOINED,
        /// For patterns: only compatibility forms are folded; case counts and lines stay lines.
        COMPATIBLE,
        /// Lines joined, and links read as what they say.
        LINKS_READ,
        /// For patterns: links read as what they say.
        LINKS_COMPATIBLE
    }

    /// What to look for in folded text; empty if nothing is left of it.
    static String needle(String text) {
        return of(DisplayableText.of(text), View.LINES_APART).folded.toString().strip();
    }

    String text() {
        return folded.toString();
    }

    /// Where, in the original, the part of the folded text begins.
    int originalStart(int from) {
        return starts[from];
    }

    int originalEnd(int to) {
        return ends[to - 1];
    }

    private void appendCaseless(String text, String lineEnd) {
        int at = 0;
        while (at < text.length()) {
            int end = spaceEnd(text, at);
            if (end > at) {
                boolean endsLine = text.substring(at, end).indexOf('\n') >= 0;
                append(endsLine ? lineEnd : " ", at, end);
            } else {
                while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\n') end++;
                appendVisible(text, at, end, FoldedText::caseless);
            }
            at = end;
        }
    }

    /// The end of the white space at `from`, quotation marks at the beginning of a line included.
    private static int spaceEnd(String text, int from) {
        int end = from;
        boolean atLineStart = from == 0;
        while (end < text.length()) {
            char character = text.charAt(end);
            if (character == '\n') atLineStart = true;
            else if (character != ' ' && !(character == '>' && atLineStart)) break;
            end++;
        }
        return end;
    }

    private static String caseless(String cluster) {
        StringBuilder plain = new StringBuilder(CASELESS.normalize(cluster));
        for (int at = 0; at < plain.length(); at++) plain.setCharAt(at, plainMark(plain.charAt(at)));
        return plain.toString();
    }

    private static char plainMark(char character) {
        return switch (character) {
            case '‘', '’', '‛', 'ʼ', '`', '´' -> '\'';
            case '“', '”', '‟', '«', '»' -> '"';
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            default -> character;
        };
    }

    private void appendVisible(String text, int from, int to, UnaryOperator<String> fold) {
        Matcher invisible = INVISIBLE.matcher(text).region(from, to);
        int start = from;
        while (invisible.find()) {
            appendClusters(text, start, invisible.start(), fold);
            start = invisible.end();
        }
        appendClusters(text, start, to, fold);
    }

    private void appendClusters(String text, int from, int to, UnaryOperator<String> fold) {
        String word = text.substring(from, to);
        if (word.chars().allMatch(character -> character < 128)) {
            appendAscii(fold.apply(word), from);
            return;
        }
        clusters.setText(word);
        int start = 0;
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            append(fold.apply(word.substring(start, end)), from + start, from + end);
            start = end;
        }
    }

    /// Folding ASCII keeps its length, and each character is a cluster.
    private void appendAscii(String word, int from) {
        makeRoom(folded.length() + word.length());
        for (int at = 0; at < word.length(); at++) {
            starts[folded.length() + at] = from + at;
            ends[folded.length() + at] = from + at + 1;
        }
        folded.append(word);
    }

    private void makeRoom(int length) {
        if (length <= starts.length) return;
        starts = Arrays.copyOf(starts, Math.max(length, starts.length * 2));
        ends = Arrays.copyOf(ends, starts.length);
    }

    private void append(String text, int from, int to) {
        int length = folded.length() + text.length();
        makeRoom(length);
        Arrays.fill(starts, folded.length(), length, from);
        Arrays.fill(ends, folded.length(), length, to);
        folded.append(text);
    }
}
