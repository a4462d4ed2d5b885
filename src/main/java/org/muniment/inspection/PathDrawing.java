package org.muniment.inspection;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.pdmodel.PDPage;

/// Puts together the shapes that a page draws line by line.
abstract class PathDrawing extends PDFGraphicsStreamEngine {
    private Path2D path = new Path2D.Double();
    private Optional<Integer> clipRule = Optional.empty();

    PathDrawing(PDPage page) {
        super(page);
    }

    /// A shape, in page coordinates, is painted with this ink inside the present clip.
    abstract void paint(Shape shape, Ink ink);

    /// What of the page can be painted on now.
    Area clipped() {
        return getGraphicsState().getCurrentClippingPath();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        clipRule = Optional.of(windingRule);
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) path.moveTo(x, y);
        else path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) path.moveTo(x3, y3);
        else path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) path.closePath();
    }

    @Override
    public void endPath() {
        clipRule.ifPresent(rule -> {
            path.setWindingRule(rule);
            getGraphicsState().intersectClippingPath(new Area(path));
        });
        clipRule = Optional.empty();
        path = new Path2D.Double();
    }

    @Override
    public void strokePath() throws IOException {
        paint(Lines.outline(path, getGraphicsState()), Ink.stroking(getGraphicsState()));
        endPath();
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        path.setWindingRule(windingRule);
        paint(path, Ink.filling(getGraphicsState()));
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        path.setWindingRule(windingRule);
        paint(path, Ink.filling(getGraphicsState()));
        strokePath();
    }
}
