package org.muniment.inspection;

import java.awt.geom.Rectangle2D;

/// This is a place on a page, in points from its lower left corner as the page is stored (before `Rotate`).
public record Box(double left, double bottom, double right, double top) {
    static Box of(Rectangle2D bounds) {
        return new Box(
                tenths(bounds.getMinX()), tenths(bounds.getMinY()), tenths(bounds.getMaxX()), tenths(bounds.getMaxY()));
    }

    private static double tenths(double points) {
        return Math.round(points * 10) / 10.0;
    }
}
