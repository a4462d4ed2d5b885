package org.muniment.rendition;

import java.util.List;
import org.muniment.rendition.VisualOrder.Direction;

/// This is our own words set in type: footers and logs, to which no mark applies. Safe for use by several threads.
public final class Lettering {
    private final Typesetter type;
    private final FontShelf.Weight weight;

    private Lettering(FontShelf fonts, FontShelf.Weight weight) {
        this.type = new Typesetter(fonts);
        this.weight = weight;
    }

    public static Lettering regular(FontShelf fonts) {
        return new Lettering(fonts, FontShelf.Weight.REGULAR);
    }

    public static Lettering bold(FontShelf fonts) {
        return new Lettering(fonts, FontShelf.Weight.BOLD);
    }

    /// The words on one line, from `x` on; they are set as wide as they are.
    public List<Piece.Text> set(String words, double size, double x) {
        return type.set(strip(words), style(size), Direction.LEFT_TO_RIGHT, x, x, 0).stream()
                .flatMap(Piece::texts)
                .toList();
    }

    /// The words on one line that ends at `x`.
    public List<Piece.Text> setEndingAt(double x, String words, double size) {
        double width = set(words, size, 0).stream().mapToDouble(Piece::width).sum();
        return set(words, size, x - width);
    }

    /// The words as lines of at most this width.
    public List<String> lines(String words, double size, double width) {
        return type.lines(strip(words), style(size), width).stream()
                .map(Strip::text)
                .toList();
    }

    private TypeStyle style(double size) {
        return new TypeStyle(size, 1.45 * size, weight);
    }

    private Strip strip(String words) {
        return Strip.of(List.of(new Run.Shown(words)), type::isDrawable).getFirst();
    }
}
