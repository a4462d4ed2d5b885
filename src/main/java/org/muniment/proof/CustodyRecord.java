package org.muniment.proof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Who held each item when, one event a line (RFC 4180).
final class CustodyRecord {
    private CustodyRecord() {}

    static String csv(List<Exhibit> exhibits, Instant exportedAt) {
        StringBuilder csv = new StringBuilder();
        row(csv, "accession", "event", "at", "source", "channel", "peer", "detail");
        for (Exhibit exhibit : exhibits) {
            row(csv, exhibit, "received", exhibit.envelope().receivedAt(), "");
            row(
                    csv,
                    exhibit,
                    "taken into custody",
                    exhibit.capturedAt(),
                    "leaf " + exhibit.leaf().hex());
            releases(csv, exhibit, exportedAt);
            row(csv, exhibit, "exported with its salt", exportedAt, "SHA-256 " + exhibit.sha256());
        }
        return csv.toString();
    }

    // Said whether or not there is one: what is missing here must not be taken for none.
    private static void releases(StringBuilder csv, Exhibit exhibit, Instant at) {
        if (exhibit.releases().isEmpty()) {
            row(csv, exhibit, "releases not looked for", at, KnownReleases.NOT_LOOKED);
            return;
        }
        for (KnownReleases.Passage one : exhibit.releases().get())
            row(csv, exhibit, one.event(), one.at(), one.detail());
        row(csv, exhibit, "releases looked for", at, KnownReleases.LOOKED);
    }

    private static void row(StringBuilder csv, Exhibit exhibit, String event, Instant at, String detail) {
        row(
                csv,
                exhibit.accession().toString(),
                event,
                at.toString(),
                exhibit.envelope().source(),
                exhibit.envelope().channel().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                exhibit.envelope().peer().address(),
                detail);
    }

    private static void row(StringBuilder csv, String... fields) {
        for (int i = 0; i < fields.length; i++)
            csv.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(fields[i].replace("\"", "\"\""))
                    .append('"');
        csv.append("\r\n");
    }
}
