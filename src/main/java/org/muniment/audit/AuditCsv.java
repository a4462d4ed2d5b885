package org.muniment.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.spreadsheet.Csv;

/// Entries as CSV.
final class AuditCsv {
    static final String HEADER = Csv.row(List.of(
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
        return Csv.row(List.of(
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
}
