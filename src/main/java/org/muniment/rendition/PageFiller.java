package org.muniment.rendition;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.AccessionNumber;

/// Fills pages from top to bottom.
final class PageFiller {
    static final int PAGES_MAX = 10_000;

    private final AccessionNumber accession;
    private final PageFormat format;
    private final List<Page> pages = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double baseline;

    PageFiller(AccessionNumber accession, PageFormat format) {
        this.accession = accession;
        this.format = format;
        this.baseline = format.top();
    }

    /// The next baseline, on a new page if this one is full.
    double nextBaseline(double leading) {
        if (baseline - leading < format.bottom()) startPage();
        baseline -= leading;
        return baseline;
    }

    void add(Line line) {
        lines.add(line);
    }

    /// Leaves room, but not at the top of a page.
    void leave(double points) {
        if (!lines.isEmpty()) baseline -= points;
    }

    /// Starts a page if less than this is left of the present one.
    void keepTogether(double points) {
        if (baseline - points < format.bottom()) startPage();
    }

    void startPage() {
        if (lines.isEmpty()) return;
        if (pages.size() == PAGES_MAX) throw new RenditionIsTooLong(accession, PAGES_MAX);
        pages.add(new Page(pages.size() + 1, lines));
        lines.clear();
        baseline = format.top();
    }

    List<Page> finish() {
        startPage();
        return pages;
    }
}
