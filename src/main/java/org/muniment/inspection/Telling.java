package org.muniment.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether hidden text tells anything: labels of the redaction itself, rules of underscores and blanks
/// do not.
final class Telling {
    /// What people write on a box, or a form under it.
    private static final Set<String> LABELS = Set.of(
            ("redacted redaction confidential privileged privilege sealed seal under filed attorney attorneys client"
                            + " work product eyes only highly protected protective order exempt exemption withheld"
                            + " deleted removed omitted page pages intentionally left blank this is information"
                            + " outside counsel material subject to name and publicly version public")
                    .split(" "));

    private static final int LETTERS_MIN = 2;

    /// What a court's filing system stamps on top of a page, often over an older stamp.
    private static final Pattern COURT_STAMP =
            Pattern.compile("(?i).{0,80}\\b(Doc|Document|DktEntry)\\b.{1,60}\\bFiled\\b.{1,60}\\bPage\\b.{0,40}");

    private static final Pattern DATES = Pattern.compile("([0-3]?\\d[/-][0-3]?\\d[/-](\\d{2}|\\d{4})\\s*)+");

    private Telling() {}

    static boolean tells(String text) {
        long unknown = text.chars().filter(character -> character == '\uFFFD').count();
        if (unknown >= 3) return true;
        int[] letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        if (letters.length < LETTERS_MIN) return false;
        if (Arrays.stream(letters).distinct().count() == 1) return false;
        if (COURT_STAMP.matcher(text).matches()) return false;
        return !Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .allMatch(Telling::isLabel);
    }

    /// Whether it is dates and nothing else: under the picture of a form they are its filled fields.
    static boolean isDates(String text) {
        return DATES.matcher(text).matches();
    }

    /// A box that is a little too short covers REDACTE.
    private static boolean isLabel(String word) {
        return LABELS.contains(word) || (word.length() > 1 && "redacted".startsWith(word));
    }
}
