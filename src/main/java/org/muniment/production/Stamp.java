package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.Lettering;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.Piece;
import org.muniment.rendition.Rendition;

/// This is how laid-out pages get their footers: at the left "Page n of m" of their document, at the right the Bates
/// number, or the name of a document that has none. What comes from a demonstration says so between them.
final class Stamp {
    static final String DEMONSTRATION = "DEMONSTRATION";
    static final String DRAFT = "DRAFT – NOT RELEASED";
    private static final double DRAFT_SIZE = 12;
    private static final double DRAFT_DROP = 30;

    private final Lettering lettering;
    private final Lettering bold;
    private final boolean isOfDemonstration;

    private Stamp(FontShelf fonts, boolean isOfDemonstration) {
        this.lettering = Lettering.regular(fonts);
        this.bold = Lettering.bold(fonts);
        this.isOfDemonstration = isOfDemonstration;
    }

    static Stamp plain(FontShelf fonts) {
        return new Stamp(fonts, false);
    }

    /// The stamp that marks every page DEMONSTRATION.
    static Stamp ofDemonstration(FontShelf fonts) {
        return new Stamp(fonts, true);
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

    /// The footer of a paper's page, and above its text what it stands for while it is a draft.
    List<Artefact> ofPaper(PageFormat format, int page, int pages, String title, Paper.Standing standing) {
        var artefacts = new ArrayList<Artefact>();
        if (standing == Paper.Standing.DRAFT) artefacts.add(draft(format));
        artefacts.addAll(footer(format, page, pages, title));
        return artefacts;
    }

    List<Artefact> footer(PageFormat format, int page, int pages, String name) {
        var footer = new ArrayList<Piece.Text>(
                lettering.set("Page %d of %d".formatted(page, pages), format.footerSize(), format.left()));
        if (isOfDemonstration) footer.addAll(centred(DEMONSTRATION, format.footerSize(), format));
        footer.addAll(lettering.setEndingAt(format.right(), name, format.footerSize()));
        return List.of(new Artefact.Words(Artefact.Place.FOOTER, format.footerBaseline(), footer));
    }

    private Artefact draft(PageFormat format) {
        return new Artefact.Words(
                Artefact.Place.HEADER, format.height() - DRAFT_DROP, centred(DRAFT, DRAFT_SIZE, format));
    }

    private List<Piece.Text> centred(String words, double size, PageFormat format) {
        double width =
                bold.set(words, size, 0).stream().mapToDouble(Piece::width).sum();
        return bold.set(words, size, (format.width() - width) / 2);
    }
}
