package org.muniment.inspection;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/// Lines as the shapes they cover: a thick one is a box.
final class Lines {
    private static final float MITER_MIN = 1;

    private Lines() {}

    /// Dashes are drawn through: what they leave open would have to be seen to be read.
    static Shape outline(Path2D path, PDGraphicsState state) {
        AffineTransform placed = state.getCurrentTransformationMatrix().createAffineTransform();
        double scale = Math.sqrt(Math.abs(placed.getDeterminant()));
        float width = (float) Math.max(0.1, state.getLineWidth() * scale);
        boolean isDashed = state.getLineDashPattern().getDashArray().length > 0;
        if (isDashed) width = 0.1f;
        return new BasicStroke(
                        width,
                        cap(state.getLineCap()),
                        join(state.getLineJoin()),
                        Math.max(MITER_MIN, state.getMiterLimit()))
                .createStrokedShape(path);
    }

    private static int cap(int cap) {
        return switch (cap) {
            case 1 -> BasicStroke.CAP_ROUND;
            case 2 -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
    }

    private static int join(int join) {
        return switch (join) {
            case 1 -> BasicStroke.JOIN_ROUND;
            case 2 -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_MITER;
        };
    }
}
