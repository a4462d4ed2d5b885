package org.muniment.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.search.Hit;

/// This is one message as a line of CSV that a spreadsheet may open: every value in quotation marks, and none that the
/// program would take for a formula. What is written to the city is not written by the city.
final class SpreadsheetLine {
    /// What a formula begins with (OWASP, CSV Injection), in any width, after any blanks.
    private static final Pattern FORMULA =
            Pattern.compile("(?U)^[\\s\\p{Cntrl}\\p{Cf}]*[=+\\-@|%＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

    /// With a byte order mark: without one, Excel reads UTF-8 as something else.
    static final String HEADINGS = "\uFEFF"
            + List.of(
                            "Accession",
                            "Captures",
                            "Sent",
                            "Captured",
                            "From",
                            "To",
                            "Recipients",
                            "Subject",
                            "Attachments",
                            "Message-ID")
                    .stream()
                    .map(SpreadsheetLine::cell)
                    .collect(Collectors.joining(",", "", "\r\n"));

    private SpreadsheetLine() {}

    static String of(Hit hit, ZoneId zone) {
        return List.of(
                        hit.message().accession().toString(),
                        Integer.toString(hit.message().captures().size()),
                        hit.sentAt().map(at -> time(at, zone)).orElse(""),
                        time(hit.capturedAt(), zone),
                        hit.from(),
                        String.join("; ", hit.to()),
                        String.join("; ", hit.recipients()),
                        hit.subject(),
                        String.join("; ", hit.attachments()),
                        hit.messageId())
                .stream()
                .map(SpreadsheetLine::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String value) {
        String oneLine = CONTROLS.matcher(value).replaceAll(" ");
        String harmless = FORMULA.matcher(value).matches() ? "'" + oneLine : oneLine;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
    }
}
