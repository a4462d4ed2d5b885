package org.muniment.audit;

import java.util.List;
import java.util.stream.Collectors;

/// Entries as CSV (RFC 4180). A query is somebody's own text: a cell that a spreadsheet would calculate is made text.
final class AuditCsv {
    private static final String CALCULATED = "=+-@\t\r\n|%";

    static final String HEADER = row(List.of(
            "entry",
            "time (UTC)",
            "act",
            "person",
            "name",
            "roles",
            "purpose",
            "reference",
            "what",
            "messages",
            "accession numbers",
            "from"));

    private AuditCsv() {}

    static String of(AuditLine line) {
        return row(List.of(
                String.valueOf(line.entry()),
                line.at().toString(),
                line.act(),
                String.valueOf(line.person()),
                line.name(),
                String.join(" ", line.roles()),
                line.purpose().map(purpose -> purpose.kind().name()).orElse(""),
                line.purpose().map(purpose -> purpose.reference()).orElse(""),
                line.what(),
                String.valueOf(line.messages()),
                line.shown().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                line.from()));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String harmless = isCalculated(text) ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static boolean isCalculated(String text) {
        String seen = text.stripLeading();
        return !text.isEmpty()
                && (CALCULATED.indexOf(text.charAt(0)) >= 0
                        || (!seen.isEmpty() && CALCULATED.indexOf(seen.charAt(0)) >= 0));
    }
}
