package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Block;
import org.muniment.rendition.Block.Role;
import org.muniment.rendition.Lettering;

/// This lays out a table: its headings again at the head of each page, its rows whole where they fit on one.
final class PaperTable {
    private static final double SIZE = 9;
    private static final double LEADING = 12.5;
    private static final double ROW_GAP = 4;
    private static final double COLUMN_GAP = 9;

    private final PaperFiller filler;
    private final Lettering regular;
    private final Lettering bold;
    private List<Double> edges = List.of();

    PaperTable(PaperFiller filler, Lettering regular, Lettering bold) {
        this.filler = filler;
        this.regular = regular;
        this.bold = bold;
    }

    /// A cell of a row: its block, and its lines.
    private record Cell(Block block, List<String> lines, double left, Lettering type) {}

    void draw(PaperPart.Table table) {
        edges = edges(table.columns());
        var headings =
                cells(table.columns().stream().map(PaperPart.Column::heading).toList(), bold, true);
        filler.keepTogether((height(headings) + 2) * LEADING + ROW_GAP);
        lines(headings, 0, height(headings));
        rule(0.8);
        for (var row : table.rows()) {
            row(headings, cells(row, regular, false));
            rule(0.25);
        }
    }

    private List<Double> edges(List<PaperPart.Column> columns) {
        double shares = columns.stream().mapToInt(PaperPart.Column::share).sum();
        double width = filler.right() - filler.left() + COLUMN_GAP;
        List<Double> found = new ArrayList<>(List.of(filler.left()));
        for (var column : columns) found.add(found.getLast() + width * column.share() / shares);
        return found;
    }

    private List<Cell> cells(List<String> words, Lettering type, boolean isHeading) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            var role = isHeading ? Role.COLUMN_HEADING : i == 0 ? Role.ROW_HEADING : Role.CELL;
            double width = edges.get(i + 1) - edges.get(i) - COLUMN_GAP;
            cells.add(new Cell(filler.block(role), wrapped(words.get(i), type, width), edges.get(i), type));
        }
        return cells;
    }

    private static List<String> wrapped(String words, Lettering type, double width) {
        List<String> lines = new ArrayList<>();
        for (var line : PaperPages.displayable(words.isBlank() ? "–" : words).split("\n", -1))
            lines.addAll(type.lines(line, SIZE, width));
        return lines;
    }

    /// A row that does not fit on what is left of the page goes to the next; one that fits on none is broken.
    private void row(List<Cell> headings, List<Cell> cells) {
        int height = height(cells);
        if (fitting() < height) nextPage(headings);
        for (int from = 0; from < height; ) {
            if (fitting() < 1) nextPage(headings);
            int count = Math.max(1, Math.min(height - from, fitting()));
            lines(cells, from, from + count);
            from += count;
        }
    }

    private int fitting() {
        return (int) (filler.room() / LEADING);
    }

    private void nextPage(List<Cell> headings) {
        filler.startPage();
        double top = filler.baseline();
        for (int line = 0; line < height(headings); line++)
            for (var cell : headings)
                if (line < cell.lines.size())
                    filler.put(new Artefact.Words(
                            Artefact.Place.LAYOUT,
                            top - (line + 1) * LEADING,
                            cell.type.set(cell.lines.get(line), SIZE, cell.left)));
        filler.moveTo(top - height(headings) * LEADING);
        rule(0.8);
    }

    private void lines(List<Cell> cells, int from, int to) {
        double top = filler.baseline();
        for (var cell : cells)
            for (int line = from; line < Math.min(to, cell.lines.size()); line++) {
                var words = cell.lines.get(line);
                filler.put(cell.block, top - (line - from + 1) * LEADING, words, cell.type.set(words, SIZE, cell.left));
            }
        filler.moveTo(top - (to - from) * LEADING);
    }

    private void rule(double thickness) {
        double at = filler.baseline() - ROW_GAP;
        filler.put(new Artefact.Rule(filler.left(), at, filler.right() - filler.left(), thickness));
        filler.moveTo(at - 1);
    }

    private static int height(List<Cell> cells) {
        return cells.stream().mapToInt(cell -> cell.lines.size()).max().orElse(1);
    }
}
