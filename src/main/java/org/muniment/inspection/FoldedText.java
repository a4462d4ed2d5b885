package org.muniment.inspection;

import java.text.Normalizer;
import java.util.Locale;

/// Text with everything left out that does not make it another text: case, spaces, compatibility forms,
/// soft hyphens.
final class FoldedText {
    private FoldedText() {}

    static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(FoldedText::counts).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean counts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
