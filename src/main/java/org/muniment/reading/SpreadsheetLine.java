package org.muniment.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.muniment.search.Hit;
import org.muniment.spreadsheet.Csv;

/// This is one message as a line of CSV.
final class SpreadsheetLine {
    /// With a byte order mark: without one, Excel reads UTF-8 as something else.
    static final String HEADINGS = "\uFEFF"
            + Csv.row(List.of(
                    "Accession",
                    "Captures",
                    "Sent",
                    "Captured",
                    "From",
                    "To",
                    "Recipients",
                    "Subject",
                    "Attachments",
                    "Message-ID"));

    private SpreadsheetLine() {}

    static String of(Hit hit, ZoneId zone) {
        return Csv.row(List.of(
                hit.message().accession().toString(),
                Integer.toString(hit.message().captures().size()),
                hit.sentAt().map(at -> time(at, zone)).orElse(""),
                time(hit.capturedAt(), zone),
                hit.from(),
                String.join("; ", hit.to()),
                String.join("; ", hit.recipients()),
                hit.subject(),
                String.join("; ", hit.attachments()),
                hit.messageId()));
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
    }
}
