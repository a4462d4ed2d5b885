package org.muniment.rendition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The order in which a line's characters stand on the page (UAX 9), with Arabic letters in their joined forms.
final class VisualOrder {
    private static final ArabicShaping JOINING = new ArabicShaping(
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);

    private final IntPredicate isDrawable;

    VisualOrder(IntPredicate isDrawable) {
        this.isDrawable = isDrawable;
    }

    /// The direction of the text's first strong character.
    static Direction directionOf(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    }

    enum Direction {
        LEFT_TO_RIGHT,
        RIGHT_TO_LEFT
    }

    /// The characters from left to right; the n-th [Strip#BOX] of the text, from 0, comes as -1-n.
    List<Integer> of(String text, Direction paragraph) {
        List<Integer> items = new ArrayList<>();
        if (paragraph == Direction.LEFT_TO_RIGHT && !Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            appendItems(text, 0, text.length(), items);
            return items;
        }
        String joined = join(text);
        Bidi bidi = new Bidi();
        bidi.setPara(joined, paragraph == Direction.RIGHT_TO_LEFT ? Bidi.RTL : Bidi.LTR, null);
        for (int index = 0; index < bidi.countRuns(); index++) {
            BidiRun run = bidi.getVisualRun(index);
            List<Integer> part = new ArrayList<>();
            appendItems(joined, run.getStart(), run.getLimit(), part);
            items.addAll(run.isOddRun() ? reversed(part) : part);
        }
        return items;
    }

    private static void appendItems(String text, int from, int to, List<Integer> items) {
        int boxes = (int) text.substring(0, from)
                .chars()
                .filter(character -> character == Strip.BOX)
                .count();
        for (int at = from; at < to; ) {
            int codePoint = text.codePointAt(at);
            items.add(codePoint == Strip.BOX ? -1 - boxes++ : codePoint);
            at += Character.charCount(codePoint);
        }
    }

    /// Combining marks too: in fonts of right-to-left scripts a mark stands to the right of its origin, over the base
    /// drawn after it.
    private List<Integer> reversed(List<Integer> items) {
        List<Integer> reversed = new ArrayList<>(items.size());
        for (int item : items.reversed()) reversed.add(mirrored(item));
        return reversed;
    }

    private int mirrored(int item) {
        if (item < 0) return item;
        int mirror = UCharacter.getMirror(item);
        return isDrawable.test(mirror) ? mirror : item;
    }

    static boolean isMark(int item) {
        if (item < 0) return false;
        return switch (Character.getType(item)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private String join(String text) {
        String joined;
        try {
            joined = JOINING.shape(text);
        } catch (ArabicShapingException e) {
            return text;
        }
        StringBuilder withMarks = new StringBuilder(joined.length());
        joined.codePoints().map(VisualOrder::plainMark).forEach(withMarks::appendCodePoint);
        return withMarks.codePoints().allMatch(item -> item == Strip.BOX || isDrawable.test(item))
                ? withMarks.toString()
                : text;
    }

    /// Joining also turns vowel marks into spacing forms (U+FE70 to U+FE7F); these are marks here.
    private static int plainMark(int codePoint) {
        if (codePoint < 0xFE70 || codePoint > 0xFE7F) return codePoint;
        String decomposed = Normalizer2.getNFKCInstance().normalize(Character.toString(codePoint));
        return decomposed.codePointBefore(decomposed.length());
    }
}
