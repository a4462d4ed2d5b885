package org.muniment.inspection;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// A picture that goes on where no reader shows it: the page was cropped, and the pixels are all there.
final class CroppedPicture {
    /// Printers let pictures run over the edge by this much, in points, so that no white shows when paper is cut.
    static final double BLEED = 18;

    private static final int SAMPLES = 200;
    private static final double UNIFORM = 0.97;
    private static final int ONE_COLOUR = 24;

    private CroppedPicture() {}

    /// Whether something can be seen in the part of it outside the visible page.
    static boolean isThere(BufferedImage picture, AffineTransform placed, Rectangle2D visible) {
        Rectangle2D place = placed.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        boolean isWithin = visible.getMinX() - place.getMinX() < BLEED
                && place.getMaxX() - visible.getMaxX() < BLEED
                && visible.getMinY() - place.getMinY() < BLEED
                && place.getMaxY() - visible.getMaxY() < BLEED;
        return !isWithin && !isUniformOutside(small(picture, placed, place), place, visible);
    }

    /// The picture as it lies on the page, in few pixels.
    private static BufferedImage small(BufferedImage picture, AffineTransform placed, Rectangle2D place) {
        BufferedImage small = new BufferedImage(SAMPLES, SAMPLES, BufferedImage.TYPE_INT_RGB);
        AffineTransform pixels =
                AffineTransform.getScaleInstance(SAMPLES / place.getWidth(), -SAMPLES / place.getHeight());
        pixels.translate(-place.getMinX(), -place.getMaxY());
        pixels.concatenate(placed);
        pixels.concatenate(new AffineTransform(1.0 / picture.getWidth(), 0, 0, -1.0 / picture.getHeight(), 0, 1));
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(picture, pixels, null);
        graphics.dispose();
        return small;
    }

    private static boolean isUniformOutside(BufferedImage small, Rectangle2D place, Rectangle2D visible) {
        int outside = 0;
        int same = 0;
        int first = 0;
        for (int y = 0; y < SAMPLES; y++)
            for (int x = 0; x < SAMPLES; x++) {
                double onPageX = place.getMinX() + (x + 0.5) * place.getWidth() / SAMPLES;
                double onPageY = place.getMaxY() - (y + 0.5) * place.getHeight() / SAMPLES;
                if (visible.contains(onPageX, onPageY)) continue;
                int colour = small.getRGB(x, y);
                if (outside++ == 0) first = colour;
                if (isNear(colour, first)) same++;
            }
        return outside == 0 || same >= UNIFORM * outside;
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8)
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > ONE_COLOUR) return false;
        return true;
    }
}
