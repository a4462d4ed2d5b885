package org.muniment.inspection;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.muniment.inspection.TracedGlyph.Drawn;

/// Reads one character where it is drawn: what it says, where its ink is, and what can be seen of it at
/// this moment.
final class GlyphReader {
    /// Of an em, where a font does not tell the shape of a character.
    private static final double USUAL_HEIGHT = 0.5;

    private final Canvas canvas;
    private final Rectangle2D visible;
    private final Map<CodeInFont, Rectangle2D> shapes = new HashMap<>();

    private record CodeInFont(PDFont font, int code) {}

    GlyphReader(Canvas canvas, Rectangle2D visible) {
        this.canvas = canvas;
        this.visible = visible;
    }

    TracedGlyph read(
            Matrix rendering,
            PDFont font,
            int code,
            Vector displacement,
            PDGraphicsState state,
            boolean isOnHiddenLayer)
            throws IOException {
        AffineTransform placed = rendering.createAffineTransform();
        Rectangle2D ink =
                placed.createTransformedShape(shape(font, code, displacement)).getBounds2D();
        Point2D begin = placed.transform(new Point2D.Double(0, 0), null);
        Point2D end = placed.transform(new Point2D.Double(displacement.getX(), displacement.getY()), null);
        double size = Math.sqrt(Math.abs(placed.getDeterminant()));
        var place = new TracedGlyph.Place(begin.getX(), begin.getY(), end.getX(), end.getY(), size);
        String text = text(font, code);
        Drawn drawn =
                text.isBlank() ? Drawn.VISIBLY : isOnHiddenLayer ? Drawn.ON_A_HIDDEN_LAYER : drawn(ink, font, state);
        return new TracedGlyph(text, ink, place, canvas.painted(), drawn);
    }

    private Drawn drawn(Rectangle2D ink, PDFont font, PDGraphicsState state) throws IOException {
        if (!visible.intersects(ink) || !visible.contains(ink.getCenterX(), ink.getCenterY()))
            return Drawn.OUTSIDE_THE_PAGE;
        if (isClippedAway(ink, state.getCurrentClippingPath())) return Drawn.CLIPPED_AWAY;
        RenderingMode mode = state.getTextState().getRenderingMode();
        if (!mode.isFill() && !mode.isStroke()) return Drawn.INVISIBLY;
        if (mode.isFill() && mode.isStroke())
            return isSeen(ink, font, Ink.filling(state)) == Drawn.VISIBLY
                    ? Drawn.VISIBLY
                    : isSeen(ink, font, Ink.stroking(state));
        return isSeen(ink, font, mode.isFill() ? Ink.filling(state) : Ink.stroking(state));
    }

    private Drawn isSeen(Rectangle2D shape, PDFont font, Ink ink) {
        if (ink.isUnseen()) return Drawn.INVISIBLY;
        Optional<Color> colour = ink.cover() == Ink.Cover.UNKNOWN ? Optional.empty() : ink.colour();
        // A Type 3 character may bring colours of its own.
        if (font instanceof PDType3Font || colour.isEmpty()) return Drawn.VISIBLY;
        return canvas.hasColour(shape, colour.get()) ? Drawn.IN_THE_COLOUR_BEHIND : Drawn.VISIBLY;
    }

    private static boolean isClippedAway(Rectangle2D ink, Area clip) {
        if (clip.isRectangular()) {
            Rectangle2D seen = clip.getBounds2D().createIntersection(ink);
            return seen.getWidth() <= 0
                    || seen.getHeight() <= 0
                    || seen.getWidth() * seen.getHeight() < 0.1 * ink.getWidth() * ink.getHeight();
        }
        return !clip.intersects(ink);
    }

    /// The ink of a character in units of the font size, from its origin.
    private Shape shape(PDFont font, int code, Vector displacement) throws IOException {
        var key = new CodeInFont(font, code);
        Rectangle2D known = shapes.get(key);
        if (known != null) return known;
        Rectangle2D shape = outline(font, code)
                .orElse(new Rectangle2D.Double(0, 0, Math.max(0.1, displacement.getX()), USUAL_HEIGHT));
        shapes.put(key, shape);
        return shape;
    }

    private static Optional<Rectangle2D> outline(PDFont font, int code) throws IOException {
        if (!(font instanceof PDVectorFont vector)) return Optional.empty();
        try {
            Rectangle2D bounds = font.getFontMatrix()
                    .createAffineTransform()
                    .createTransformedShape(vector.getNormalizedPath(code))
                    .getBounds2D();
            return bounds.getWidth() <= 0 || bounds.getHeight() <= 0 ? Optional.empty() : Optional.of(bounds);
        } catch (RuntimeException brokenFont) {
            // Where its ink is can be guessed as well as for a font without shapes.
            return Optional.empty();
        }
    }

    private static String text(PDFont font, int code) throws IOException {
        String text = font.toUnicode(code);
        return text == null || text.isEmpty() ? TracedGlyph.UNKNOWN : text;
    }
}
