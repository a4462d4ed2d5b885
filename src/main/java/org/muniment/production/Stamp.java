package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.Lettering;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.Piece;
import org.muniment.rendition.Rendition;

/// This is how laid-out pages get their footers: at the left "Page n of m" of their document, at the right the Bates
/// number, or the name of a document that has none. What comes from a demonstration says so between them.
final class Stamp {
    static final String DEMONSTRATION = "DEMONSTRATION";

    private final Lettering lettering;
    private final Optional<Lettering> mark;

    private Stamp(Lettering lettering, Optional<Lettering> mark) {
        this.lettering = lettering;
        this.mark = mark;
    }

    Stamp(Lettering lettering) {
        this(lettering, Optional.empty());
    }

    /// The stamp that marks every page DEMONSTRATION.
    static Stamp ofDemonstration(FontShelf fonts) {
        return new Stamp(Lettering.regular(fonts), Optional.of(Lettering.bold(fonts)));
    }

    /// The document of one message, its pages numbered from `first` on.
    ReleasedDocument bates(Rendition rendition, BatesNumber first) {
        var sheets = new ArrayList<Sheet>();
        int count = rendition.pages().size();
        for (var page : rendition.pages()) {
            var number = first.plus(page.number() - 1).toString();
            sheets.add(new Sheet(number, page, footer(rendition.format(), page.number(), count, number)));
        }
        return new ReleasedDocument(first.toString(), rendition.format(), sheets);
    }

    List<Piece.Text> footer(PageFormat format, int page, int pages, String name) {
        var footer = new ArrayList<Piece.Text>(
                lettering.set("Page %d of %d".formatted(page, pages), format.footerSize(), format.left()));
        mark.ifPresent(bold -> footer.addAll(centred(bold, format)));
        footer.addAll(lettering.setEndingAt(format.right(), name, format.footerSize()));
        return footer;
    }

    private static List<Piece.Text> centred(Lettering bold, PageFormat format) {
        double width = bold.set(DEMONSTRATION, format.footerSize(), 0).stream()
                .mapToDouble(Piece::width)
                .sum();
        return bold.set(DEMONSTRATION, format.footerSize(), (format.width() - width) / 2);
    }
}
