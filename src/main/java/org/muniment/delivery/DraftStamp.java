package org.muniment.delivery;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/// This writes DRAFT over the picture of a page, from corner to corner, in strokes of our own: it needs no font.
final class DraftStamp {
    private static final Color RED = new Color(0xb5, 0x09, 0x09);
    private static final float OPACITY = 0.38f;
    private static final double LETTER_WIDTH = 0.62;
    private static final double GAP = 0.26;

    /// Each letter as lines on a field of width and height 1, from its upper left corner; `/` lifts the pen.
    private static final String[] LETTERS = {
        "0,0 0,1 .6,1 1,.75 1,.25 .6,0 0,0",
        "0,1 0,0 .7,0 1,.15 1,.4 .7,.55 0,.55 / .5,.55 1,1",
        "0,1 .5,0 1,1 / .2,.62 .8,.62",
        "1,0 0,0 0,1 / 0,.5 .8,.5",
        "0,0 1,0 / .5,0 .5,1"
    };

    private DraftStamp() {}

    static BufferedImage on(BufferedImage page) {
        var stamped = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = stamped.createGraphics();
        try {
            pen.drawImage(page, 0, 0, null);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, OPACITY));
            pen.setColor(RED);
            for (double middle : new double[] {0.25, 0.72}) write(pen, page.getWidth(), page.getHeight() * middle);
        } finally {
            pen.dispose();
        }
        return stamped;
    }

    private static void write(Graphics2D pen, int width, double middle) {
        double height = width * 0.17;
        double letter = height * (LETTER_WIDTH + GAP);
        var place = new AffineTransform();
        place.translate(width / 2.0, middle);
        place.rotate(-Math.PI / 7);
        place.translate(-letter * LETTERS.length / 2 + height * GAP / 2, -height / 2);
        pen.setStroke(new BasicStroke((float) (height * 0.09), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < LETTERS.length; i++) {
            var at = new AffineTransform(place);
            at.translate(i * letter, 0);
            at.scale(height * LETTER_WIDTH, height);
            pen.draw(at.createTransformedShape(shape(LETTERS[i])));
        }
    }

    private static Path2D shape(String letter) {
        var path = new Path2D.Double();
        boolean isLifted = true;
        for (var point : letter.split(" ", -1)) {
            if (point.equals("/")) {
                isLifted = true;
                continue;
            }
            int comma = point.indexOf(',');
            double x = Double.parseDouble(point.substring(0, comma));
            double y = Double.parseDouble(point.substring(comma + 1));
            if (isLifted) path.moveTo(x, y);
            else path.lineTo(x, y);
            isLifted = false;
        }
        return path;
    }
}
