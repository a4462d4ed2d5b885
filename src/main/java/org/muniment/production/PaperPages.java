package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Block;
import org.muniment.rendition.Block.Role;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.Lettering;
import org.muniment.rendition.PageFormat;

/// This lays out a paper: its letterhead, its parts one below the other, its notes.
final class PaperPages {
    private static final PageFormat ACROSS = new PageFormat(792, 612, 72);
    private static final double SIZE = 10.5;
    private static final double LEADING = 15;
    private static final double GAP = 7;
    private static final double INDENT = 14;
    private static final double NAME_WIDTH = 132;
    private static final double SIGNATURE_WIDTH = 240;
    private static final double HEADING_ROOM = 60;

    private final Lettering regular;
    private final Lettering bold;
    private final Stamp stamp;
    private final List<String> notes = new ArrayList<>();
    private PaperFiller filler = new PaperFiller(PageFormat.LETTER);

    PaperPages(FontShelf fonts, Stamp stamp) {
        this.regular = Lettering.regular(fonts);
        this.bold = Lettering.bold(fonts);
        this.stamp = stamp;
    }

    ReleasedDocument of(Paper paper) {
        var format = paper.orientation() == Paper.Orientation.ACROSS ? ACROSS : PageFormat.LETTER;
        filler = new PaperFiller(format);
        notes.clear();
        if (!paper.head().isBlank()) new PaperHead(filler, regular, bold).draw(paper.head());
        paper.parts().forEach(this::part);
        notes();
        var title = displayable(paper.title()).replace('\n', ' ').strip();
        return new ReleasedDocument(title, format, filler.sheets(stamp, title, paper.standing()));
    }

    static String displayable(String words) {
        return DisplayableText.of(words);
    }

    private void part(PaperPart part) {
        switch (part) {
            case PaperPart.Title(var words) -> title(words);
            case PaperPart.Heading(var words) -> heading(words);
            case PaperPart.Paragraph(var words, var cited) -> paragraph(words, cited);
            case PaperPart.Items(var items) -> items(items);
            case PaperPart.Facts(var facts) -> facts(facts);
            case PaperPart.Table table -> {
                new PaperTable(filler, regular, bold).draw(table);
                filler.leave(GAP);
            }
            case PaperPart.Signature(var lines) -> signature(lines);
        }
    }

    private void title(String words) {
        filler.leave(GAP);
        filler.keepTogether(HEADING_ROOM);
        say(filler.block(Role.MESSAGE_HEADING), words, bold, 17, 23, filler.left());
        filler.leave(GAP + 2);
    }

    private void heading(String words) {
        filler.leave(GAP + 2);
        filler.keepTogether(HEADING_ROOM);
        say(filler.block(Role.ATTACHMENT_HEADING), words, bold, 12, 17, filler.left());
        filler.leave(3);
    }

    private void paragraph(String words, List<String> cited) {
        var text = new StringBuilder(words.stripTrailing());
        for (var note : cited) text.append(" [").append(number(note)).append(']');
        say(filler.block(Role.PARAGRAPH), text.toString(), regular, SIZE, LEADING, filler.left());
        filler.leave(GAP);
    }

    /// The same citation has one number.
    private int number(String note) {
        if (!notes.contains(note)) notes.add(note);
        return notes.indexOf(note) + 1;
    }

    private void items(List<String> items) {
        for (var item : items) labelled("•", item, SIZE, LEADING);
        filler.leave(GAP);
    }

    private void labelled(String label, String words, double size, double leading) {
        filler.keepTogether(leading);
        double first = filler.baseline() - leading;
        var block = filler.block(Role.LIST_LABEL);
        filler.put(block, first, label, regular.set(label, size, filler.left() + 2));
        say(
                filler.block(Role.LIST_TEXT),
                words.isBlank() ? "–" : words,
                regular,
                size,
                leading,
                INDENT + filler.left());
        filler.leave(2);
    }

    private void facts(List<PaperPart.Fact> facts) {
        for (var fact : facts) {
            var name = filler.block(Role.FIELD_NAME);
            filler.keepTogether(2 * LEADING);
            double top = filler.baseline();
            say(name, fact.name(), bold, SIZE - 0.5, LEADING, filler.left(), filler.left() + NAME_WIDTH - GAP);
            double low = filler.baseline();
            if (low < top) filler.moveTo(top);
            var value = fact.value().isBlank() ? "–" : fact.value();
            say(filler.block(Role.FIELD_VALUE), value, regular, SIZE, LEADING, filler.left() + NAME_WIDTH);
            if (filler.baseline() > low && filler.baseline() < top) filler.moveTo(low);
            filler.leave(2);
        }
        filler.leave(GAP);
    }

    private void signature(List<String> lines) {
        double height = 34 + lines.size() * LEADING;
        filler.leave(GAP);
        filler.keepTogether(height);
        filler.moveTo(filler.baseline() - 34);
        filler.put(new Artefact.Rule(filler.left(), filler.baseline(), SIGNATURE_WIDTH, 0.6));
        say(filler.block(Role.PARAGRAPH), String.join("\n", lines), regular, SIZE, LEADING, filler.left());
        filler.leave(GAP);
    }

    private void notes() {
        if (notes.isEmpty()) return;
        heading("Notes");
        for (int i = 0; i < notes.size(); i++)
            say(
                    filler.block(Role.PARAGRAPH),
                    "[%d] %s".formatted(i + 1, notes.get(i)),
                    regular,
                    9,
                    12.5,
                    filler.left());
    }

    private void say(Block block, String words, Lettering type, double size, double leading, double left) {
        say(block, words, type, size, leading, left, filler.right());
    }

    private void say(
            Block block, String words, Lettering type, double size, double leading, double left, double right) {
        for (var line : displayable(words).split("\n", -1)) {
            if (line.isBlank()) filler.leave(leading / 2);
            for (var set : type.lines(line, size, right - left))
                filler.put(block, filler.next(leading), set, type.set(set, size, left));
        }
    }
}
