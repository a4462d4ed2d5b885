package org.muniment.inspection;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/// What something is painted with: its colour if that is one, and how much it lets through.
record Ink(Optional<Color> colour, double alpha, Cover cover) {
    /// From here on nothing is read through it.
    private static final double OPAQUE = 0.9;

    private static final int NEARLY_BLACK = 64;
    private static final int NEARLY_WHITE = 192;

    private static final Set<BlendMode> PLAIN = Set.copyOf(List.of(BlendMode.NORMAL, BlendMode.COMPATIBLE));
    private static final Set<BlendMode> DARKENING = Set.of(BlendMode.MULTIPLY, BlendMode.DARKEN, BlendMode.COLOR_BURN);
    private static final Set<BlendMode> LIGHTENING = Set.of(BlendMode.SCREEN, BlendMode.LIGHTEN, BlendMode.COLOR_DODGE);

    enum Cover {
        /// What is under it cannot be seen.
        HIDES,
        /// What is under it shows through, in a colour that can be reckoned.
        TINTS,
        /// Nobody can say here what is seen through it.
        UNKNOWN
    }

    static Ink filling(PDGraphicsState state) throws IOException {
        return of(state, state.getNonStrokingColor(), state.getNonStrokeAlphaConstant());
    }

    static Ink stroking(PDGraphicsState state) throws IOException {
        return of(state, state.getStrokingColor(), state.getAlphaConstant());
    }

    boolean isUnseen() {
        return alpha < 0.05;
    }

    private static Ink of(PDGraphicsState state, PDColor colour, double alpha) throws IOException {
        if (colour.getColorSpace() instanceof PDPattern space) {
            boolean isTiling = colour.getPatternName() != null && space.getPattern(colour) instanceof PDTilingPattern;
            boolean hides = !isTiling && alpha >= OPAQUE && isPlain(state);
            return new Ink(Optional.empty(), alpha, hides ? Cover.HIDES : Cover.UNKNOWN);
        }
        Optional<Color> known = rgb(colour);
        if (known.isEmpty())
            return new Ink(known, alpha, isPlain(state) && alpha >= OPAQUE ? Cover.HIDES : Cover.UNKNOWN);
        Color rgb = known.get();
        if (isPlain(state)) return new Ink(Optional.of(rgb), alpha, alpha >= OPAQUE ? Cover.HIDES : Cover.TINTS);
        boolean hides = state.getSoftMask() == null && alpha >= OPAQUE && swallows(state.getBlendMode(), rgb);
        return new Ink(Optional.of(rgb), alpha, hides ? Cover.HIDES : Cover.UNKNOWN);
    }

    /// Empty where the file defines no colour that could be reckoned.
    private static Optional<Color> rgb(PDColor colour) {
        try {
            return Optional.of(new Color(colour.toRGB()));
        } catch (IOException | RuntimeException undefined) {
            return Optional.empty();
        }
    }

    static boolean isPlain(PDGraphicsState state) {
        return state.getSoftMask() == null && PLAIN.contains(state.getBlendMode());
    }

    /// Black multiplied with anything is black: a highlighter of that colour is a box.
    private static boolean swallows(BlendMode mode, Color colour) {
        int highest = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
        int lowest = Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue()));
        if (DARKENING.contains(mode)) return highest <= NEARLY_BLACK;
        if (LIGHTENING.contains(mode)) return lowest >= NEARLY_WHITE;
        return false;
    }
}
