package org.muniment.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.rendition.FontFace;
import org.muniment.rendition.Line;
import org.muniment.rendition.Piece;

/// This is the content stream of one page: text and boxes, each between the marks that tie it to the structure tree.
///
/// Every piece of text is placed for itself, glyph by glyph at the font's own widths: nothing is kerned or spaced, so
/// that no gap tells how long a withheld word was.
final class PageContent {
    private static final String BLACK = "0 0 0 rg\n";
    private static final String WHITE = "1 1 1 rg\n";

    private final Map<FontFace, EmbeddedFont> fonts;
    private final StructureTree.OfPage structure;
    private final StringBuilder operators = new StringBuilder(BLACK);

    PageContent(Map<FontFace, EmbeddedFont> fonts, StructureTree.OfPage structure) {
        this.fonts = fonts;
        this.structure = structure;
    }

    byte[] of(Sheet sheet) throws IOException {
        for (var line : sheet.page().lines()) add(line);
        for (var artefact : sheet.artefacts()) add(artefact);
        return operators.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void add(Line line) throws IOException {
        if (SpokenWords.areOfTheWholeLine(line)) {
            begin("Span", structure.spoken(line.block(), SpokenWords.ofWhole(line)));
            for (var piece : line.pieces()) draw(piece, line.baseline());
            operators.append("EMC\n");
            return;
        }
        var texts = new ArrayList<Piece>();
        for (var piece : line.pieces()) {
            if (piece instanceof Piece.Box box) {
                flush(texts, line);
                begin("Span", structure.spoken(line.block(), box.spoken()));
                draw(box, line.baseline());
                operators.append("EMC\n");
            } else texts.add(piece);
        }
        flush(texts, line);
    }

    private void add(Artefact artefact) throws IOException {
        operators.append("/Artifact <<%s>> BDC\n".formatted(artefact.place().properties()));
        switch (artefact) {
            case Artefact.Words words -> {
                for (var text : words.texts()) show(text, words.baseline());
            }
            case Artefact.Rule rule -> fill(rule.x(), rule.bottom(), rule.width(), rule.height());
        }
        operators.append("EMC\n");
    }

    private void flush(List<Piece> texts, Line line) throws IOException {
        if (texts.isEmpty()) return;
        begin(StructureTree.type(line.block().role()), structure.text(line.block()));
        for (var text : texts) draw(text, line.baseline());
        operators.append("EMC\n");
        texts.clear();
    }

    private void begin(String tag, int markedContent) {
        operators.append("/%s <</MCID %d>> BDC\n".formatted(tag, markedContent));
    }

    private void draw(Piece piece, double baseline) throws IOException {
        switch (piece) {
            case Piece.Text text -> show(text, baseline);
            case Piece.Box box -> {
                fill(box.x(), box.bottom(), box.width(), box.height());
                operators.append(WHITE);
                for (var text : box.label()) show(text, baseline);
                operators.append(BLACK);
            }
        }
    }

    private void fill(double x, double bottom, double width, double height) {
        operators.append("%s %s %s %s re f\n".formatted(number(x), number(bottom), number(width), number(height)));
    }

    private void show(Piece.Text text, double baseline) throws IOException {
        var font = font(text);
        operators.append("BT /%s %s Tf %s %s Td <%s> Tj ET\n"
                .formatted(
                        font.resourceName(),
                        number(text.size()),
                        number(text.x()),
                        number(baseline),
                        font.encode(text.glyphs())));
    }

    private EmbeddedFont font(Piece.Text text) {
        var font = fonts.get(text.font());
        if (font == null) throw new IllegalStateException("a font that the document does not list: " + text.font());
        return font;
    }

    private static String number(double value) {
        long thousandths = Math.round(value * 1000);
        var sign = thousandths < 0 ? "-" : "";
        long size = Math.abs(thousandths);
        return size % 1000 == 0 ? sign + size / 1000 : "%s%d.%03d".formatted(sign, size / 1000, size % 1000);
    }
}
