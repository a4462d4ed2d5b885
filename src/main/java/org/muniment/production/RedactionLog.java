package org.muniment.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.WithheldAmount;
import org.muniment.review.RedactionRow;
import org.muniment.spreadsheet.Csv;

/// This is what was withheld where and why, one entry for each box, in the order of the pages. It never says what.
final class RedactionLog {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADINGS = "Bates page,Accession,Part,Place,Exemption\r\n";
    private static final String HEADINGS_WITH_AMOUNT = "Bates page,Accession,Part,Place,Exemption,Amount\r\n";

    private final List<Entry> entries = new ArrayList<>();

    record Entry(
            String bates,
            AccessionNumber accession,
            String part,
            String place,
            String exemption,
            Optional<WithheldAmount> amount) {
        /// The exemption as its box says it.
        String ground() {
            return amount.map(stated -> exemption + ", " + stated.words()).orElse(exemption);
        }
    }

    /// The k-th row belongs to the k-th box on the document's pages.
    void add(ReleasedDocument document, List<RedactionRow> rows) {
        int row = 0;
        for (var sheet : document.sheets())
            for (var line : sheet.page().lines())
                for (long box = line.boxes().count(); box > 0; box--) {
                    if (row == rows.size()) throw new IllegalStateException("more boxes than rows of the log");
                    entries.add(entry(sheet.name(), rows.get(row++)));
                }
        if (row != rows.size()) throw new IllegalStateException("a redaction without a box");
    }

    List<Entry> entries() {
        return entries;
    }

    /// What stands in the log whatever is withheld.
    static String ownWords() {
        return HEADINGS_WITH_AMOUNT
                + Arrays.stream(WithheldAmount.values())
                        .map(WithheldAmount::words)
                        .collect(Collectors.joining("\n"))
                + Arrays.stream(PassageKind.values()).map(RedactionLog::place).collect(Collectors.joining("\n"));
    }

    String exemptions() {
        return entries.stream().map(Entry::exemption).distinct().collect(Collectors.joining("\n"));
    }

    /// For spreadsheets: a byte order mark, so that a paragraph sign stays one, and no cell that begins a formula. The
    /// amount has a column if any box states it.
    String csv() {
        boolean statesAmounts = entries.stream().anyMatch(entry -> entry.amount.isPresent());
        var csv = new StringBuilder(BYTE_ORDER_MARK + (statesAmounts ? HEADINGS_WITH_AMOUNT : HEADINGS));
        for (var entry : entries) {
            var cells = new ArrayList<>(
                    List.of(entry.bates, entry.accession.toString(), entry.part, entry.place, entry.exemption));
            if (statesAmounts) cells.add(entry.amount.map(WithheldAmount::words).orElse(""));
            csv.append(Csv.row(cells));
        }
        return csv.toString();
    }

    private static Entry entry(String bates, RedactionRow row) {
        return new Entry(bates, row.accession(), row.part(), place(row.kind()), row.exemption(), row.amount());
    }

    private static String place(PassageKind kind) {
        return switch (kind) {
            case FROM -> "From";
            case TO -> "To";
            case CC -> "Cc";
            case BCC -> "Bcc";
            case SUBJECT -> "Subject";
            case HEADERS -> "Header";
            case BODY -> "Body";
            case ATTACHMENT -> "Attachment";
            case FILENAME -> "File name";
        };
    }
}
