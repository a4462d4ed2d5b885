package org.muniment.spreadsheet;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// This is rows of comma-separated values (RFC 4180) that a spreadsheet shows and does not run. What is written to the
/// city is not written by the city.
public final class Csv {
    /// What a formula begins with (OWASP, CSV Injection), in any width, after whatever is not seen.
    private static final Pattern FORMULA =
            Pattern.compile("(?U)^[\\s\\p{Cntrl}\\p{Cf}]*[=+\\-@|%＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u0080-\u009F\u2028\u2029]+");

    private Csv() {}

    /// One row, with its line end. A cell is one line; one that would be a formula is made text by an apostrophe.
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String oneLine = CONTROLS.matcher(text).replaceAll(" ");
        String harmless = FORMULA.matcher(text).matches() ? "'" + oneLine : oneLine;
        boolean isPlain = harmless.indexOf(',') < 0 && harmless.indexOf('"') < 0;
        return isPlain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
