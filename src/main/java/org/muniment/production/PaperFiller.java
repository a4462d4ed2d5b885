package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Block;
import org.muniment.rendition.Line;
import org.muniment.rendition.Page;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.Piece;

/// This fills the pages of a paper from top to bottom.
final class PaperFiller {
    private static final int PAGES_MAX = 10_000;

    private final PageFormat format;
    private final List<List<Line>> lines = new ArrayList<>();
    private final List<List<Artefact>> artefacts = new ArrayList<>();
    private double baseline;
    private int blocks;

    PaperFiller(PageFormat format) {
        this.format = format;
        startPage();
    }

    double left() {
        return format.left();
    }

    double right() {
        return format.right();
    }

    double baseline() {
        return baseline;
    }

    /// How far it is from the last line to the page's lower margin.
    double room() {
        return baseline - format.bottom();
    }

    Block block(Block.Role role) {
        return new Block(++blocks, role);
    }

    /// The next baseline, on a new page if this one is full.
    double next(double leading) {
        if (room() < leading) startPage();
        baseline -= leading;
        return baseline;
    }

    /// Leaves room, but not at the top of a page.
    void leave(double points) {
        if (!isAtTop()) baseline -= points;
    }

    void moveTo(double newBaseline) {
        baseline = newBaseline;
    }

    void keepTogether(double points) {
        if (room() < points && !isAtTop()) startPage();
    }

    boolean isAtTop() {
        return lines.getLast().isEmpty() && artefacts.getLast().isEmpty();
    }

    void startPage() {
        if (lines.size() == PAGES_MAX)
            throw new ReleaseRefused("A paper of more than %,d pages is not printed.".formatted(PAGES_MAX));
        lines.add(new ArrayList<>());
        artefacts.add(new ArrayList<>());
        baseline = format.top();
    }

    void put(Block block, double at, String words, List<Piece.Text> texts) {
        lines.getLast().add(new Line(block, at, words, List.copyOf(texts)));
    }

    void put(Artefact artefact) {
        artefacts.getLast().add(artefact);
    }

    /// The sheets, each with the footer and header of the stamp.
    List<Sheet> sheets(Stamp stamp, String title, Paper.Standing standing) {
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var stood = new ArrayList<>(artefacts.get(i));
            stood.addAll(stamp.ofPaper(format, i + 1, lines.size(), title, standing));
            sheets.add(new Sheet("page " + (i + 1), new Page(i + 1, lines.get(i)), stood));
        }
        return sheets;
    }
}
