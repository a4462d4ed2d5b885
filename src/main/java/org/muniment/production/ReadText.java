package org.muniment.production;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/// This is how text drawn and text read back are compared.
final class ReadText {
    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\u200B\\u00AD]+");

    private ReadText() {}

    /// Without white space, in compatibility form (NFKC): a ligature, a wide letter or an Arabic presentation form is
    /// the letters it stands for.
    static String comparable(String text) {
        return withoutSpace(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /// The same for one line as a reader of PDF gives it: marks without a width of their own come in no certain place
    /// (a reader sorts by place, and they have their letter's), so each is counted, after the letters.
    static String comparableLine(String line) {
        var text = withoutSpace(Normalizer.normalize(line, Normalizer.Form.NFKD));
        int[] marks = text.codePoints().filter(ReadText::isMark).toArray();
        Arrays.sort(marks);
        var comparable = new StringBuilder();
        text.codePoints().filter(c -> !isMark(c)).forEach(comparable::appendCodePoint);
        for (int mark : marks) comparable.appendCodePoint(mark);
        return comparable.toString();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static String withoutSpace(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
