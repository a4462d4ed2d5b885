package org.muniment.production;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muniment.rendition.Piece;

/// This is the text one page should have, line by line at its place: shown text, the boxes' exemptions, the artefacts'
/// words.
final class PageText {
    private static final double BASELINE_TOLERANCE = 0.75;

    private final Sheet sheet;
    private final List<Row> rows = new ArrayList<>();

    PageText(Sheet sheet) {
        this.sheet = sheet;
        for (var line : sheet.page().lines())
            row(line.baseline()).texts.addAll(line.texts().toList());
        sheet.artefactWords().forEach(words -> row(words.baseline()).texts.addAll(words.texts()));
    }

    /// All that stands on one baseline.
    private record Row(double baseline, List<Piece.Text> texts, List<PlacedWord> words) {
        String wanted() {
            var text = new StringBuilder();
            texts.stream().sorted(Comparator.comparingDouble(Piece.Text::x)).forEach(t -> text.append(t.glyphs()));
            return ReadText.comparableLine(text.toString());
        }

        String found() {
            var text = new StringBuilder();
            words.stream().sorted(Comparator.comparingDouble(PlacedWord::x)).forEach(w -> text.append(w.text()));
            return ReadText.comparableLine(text.toString());
        }
    }

    /// Equal, or an objection that names the line; it repeats nothing of what was found.
    void compareWith(List<PlacedWord> words) throws PdfIsUnexpected {
        for (var word : words) {
            var row = row(word.baseline());
            if (row.texts.isEmpty())
                throw new PdfIsUnexpected("page %s: text %.0f points above its lower edge, where none should be"
                        .formatted(sheet.name(), word.baseline()));
            row.words.add(word);
        }
        for (int i = 0; i < rows.size(); i++) compare(rows.get(i), i + 1);
    }

    private void compare(Row row, int line) throws PdfIsUnexpected {
        var wanted = row.wanted();
        var found = row.found();
        if (wanted.equals(found)) return;
        int same = 0;
        while (same < Math.min(wanted.length(), found.length()) && wanted.charAt(same) == found.charAt(same)) same++;
        throw new PdfIsUnexpected("page %s, line %d: %d characters were read where %d should be; the %d. is the first"
                        .formatted(sheet.name(), line, found.length(), wanted.length(), same + 1)
                + " that differs. The line should read \"" + wanted + "\" (without spaces)");
    }

    private Row row(double baseline) {
        for (var row : rows) if (Math.abs(row.baseline - baseline) < BASELINE_TOLERANCE) return row;
        var row = new Row(baseline, new ArrayList<>(), new ArrayList<>());
        rows.add(row);
        return row;
    }
}
