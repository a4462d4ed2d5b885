package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Block;
import org.muniment.rendition.Block.Role;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.Lettering;
import org.muniment.rendition.Line;
import org.muniment.rendition.Page;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.Piece;

/// This is the redaction log as pages for people: a heading, what it is, and a table with a row for each box.
final class LogPages {
    private static final PageFormat FORMAT = PageFormat.LETTER;
    private static final double SIZE = 9;
    private static final double LEADING = 13;
    private static final double ROW_GAP = 3;
    private static final double HEADING_GAP = 6;
    private static final double COLUMN_GAP = 8;

    /// Where each column begins, from the left margin; the last number is where the last one ends.
    private static final double[] COLUMNS = {0, 122, 178, 252, 322, 468};

    private final Lettering regular;
    private final Lettering bold;
    private final Stamp stamp;
    private final List<List<Line>> pages = new ArrayList<>();
    private double baseline;
    private int blocks;

    LogPages(FontShelf fonts, Stamp stamp) {
        this.regular = Lettering.regular(fonts);
        this.bold = Lettering.bold(fonts);
        this.stamp = stamp;
    }

    ReleasedDocument of(BatesPrefix prefix, RedactionLog log, ReleaseTotals totals) {
        startPage();
        say(Role.MESSAGE_HEADING, bold, 15, 24, "Redaction log");
        baseline -= HEADING_GAP;
        say(Role.PARAGRAPH, regular, SIZE, LEADING, what(totals));
        say(
                Role.PARAGRAPH,
                regular,
                SIZE,
                LEADING,
                "Each exemption is given as the records officer wrote it; this program does not check citations.");
        baseline -= LEADING;
        if (log.entries().isEmpty()) say(Role.PARAGRAPH, regular, SIZE, LEADING, "Nothing was withheld.");
        else row(bold, "Bates page", "Accession", "Part", "Place", "Exemption");
        for (var entry : log.entries())
            row(regular, entry.bates(), entry.accession().toString(), entry.part(), entry.place(), entry.ground());
        return document(prefix.releaseName() + " redaction log");
    }

    private static String what(ReleaseTotals totals) {
        return "%s to %s: %,d %s on %,d %s, %,d %s."
                .formatted(
                        totals.firstBates(),
                        totals.lastBates(),
                        totals.messages(),
                        totals.messages() == 1 ? "message" : "messages",
                        totals.pages(),
                        totals.pages() == 1 ? "page" : "pages",
                        totals.redactions(),
                        totals.redactions() == 1 ? "redaction" : "redactions");
    }

    private void say(Role role, Lettering lettering, double size, double leading, String words) {
        var block = new Block(++blocks, role);
        for (var line : lettering.lines(words, size, FORMAT.right() - FORMAT.left())) {
            nextLine(leading);
            add(block, baseline, line, lettering.set(line, size, FORMAT.left()));
        }
    }

    /// The first cell names its row; a row is not broken over pages.
    private void row(Lettering lettering, String... cells) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < cells.length; i++)
            columns.add(lettering.lines(cells[i], SIZE, COLUMNS[i + 1] - COLUMNS[i] - COLUMN_GAP));
        int height = columns.stream().mapToInt(List::size).max().orElse(1);
        if (baseline - height * LEADING < FORMAT.bottom()) startPage();
        double top = baseline;
        for (int i = 0; i < cells.length; i++) {
            var block = new Block(++blocks, i == 0 ? Role.FIELD_NAME : Role.FIELD_VALUE);
            double at = top;
            for (var line : columns.get(i)) {
                at -= LEADING;
                add(block, at, line, lettering.set(line, SIZE, FORMAT.left() + COLUMNS[i]));
            }
        }
        baseline = top - height * LEADING - ROW_GAP;
    }

    private void nextLine(double leading) {
        if (baseline - leading < FORMAT.bottom()) startPage();
        baseline -= leading;
    }

    private void startPage() {
        pages.add(new ArrayList<>());
        baseline = FORMAT.top();
    }

    private void add(Block block, double at, String words, List<Piece.Text> texts) {
        pages.getLast().add(new Line(block, at, words, List.copyOf(texts)));
    }

    private ReleasedDocument document(String title) {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            var footer = stamp.footer(FORMAT, i + 1, pages.size(), title);
            sheets.add(new Sheet("log page " + (i + 1), new Page(i + 1, pages.get(i)), footer));
        }
        return new ReleasedDocument(title, FORMAT, sheets);
    }
}
