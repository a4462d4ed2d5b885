package org.muniment.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Whether hidden text tells anything: labels of the redaction itself, rules of underscores and blanks
/// do not.
final class Telling {
    /// What people write on a box, or a form under it.
    private static final Set<String> LABELS = Set.of(
            ("redacted redaction confidential privileged privilege sealed seal under filed attorney attorneys client"
                            + " work product eyes only highly protected protective order exempt exemption withheld"
                            + " deleted removed omitted page pages intentionally left blank this is information"
                            + " outside counsel material subject to")
                    .split(" "));

    private static final int LETTERS_MIN = 2;

    private Telling() {}

    static boolean tells(String text) {
        long unknown = text.chars().filter(character -> character == '\uFFFD').count();
        if (unknown >= 3) return true;
        int[] letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        if (letters.length < LETTERS_MIN) return false;
        if (Arrays.stream(letters).distinct().count() == 1) return false;
        return !Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .allMatch(LABELS::contains);
    }
}
