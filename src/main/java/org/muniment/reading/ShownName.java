package org.muniment.reading;

import java.util.regex.Pattern;

/// This is a file's name, a subject or a person made safe to show: it reads as it is. Characters that turn the
/// direction of writing would make `invoice[RLO]fdp.exe` look like a PDF (Unicode UTR 36, 2.6), control characters
/// would be commands to a terminal or new lines; each becomes a replacement character, which everybody sees.
public final class ShownName {
    private static final int LENGTH_MAX = 500;
    private static final Pattern MISLEADING = Pattern.compile(
            "[\\p{Cntrl}\\u0080-\\u009F\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");

    /// In a line of text the marks that right-to-left writing needs stay.
    private static final Pattern TURNING = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028-\\u202E\\u2066-\\u2069]");

    private ShownName() {}

    /// A subject or a person, character for character as long as it was sent.
    public static String line(String sent) {
        return TURNING.matcher(BREAKS.matcher(sent).replaceAll(" ")).replaceAll("\uFFFD");
    }

    public static String of(String sent) {
        String whole = MISLEADING.matcher(sent).replaceAll("\uFFFD");
        if (whole.length() <= LENGTH_MAX) return whole;
        // Programs are told by the end of their name, so it stays.
        int half = LENGTH_MAX / 2;
        return whole.substring(0, half) + " … " + whole.substring(whole.length() - half);
    }
}
