package org.muniment.inspection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/// Pictures as pixels, as far as they can be had.
final class Pictures {
    private static final long PIXELS_MAX = 100_000_000;
    private static final long PIXELS_KEPT_MAX = 4_000_000;
    private static final int OPAQUE = 230;

    private Pictures() {}

    /// Empty for a picture too large or in a form that cannot be read here.
    static Optional<BufferedImage> pixels(PDImage image, Optional<Color> colourOfStencil) {
        long size = (long) image.getWidth() * image.getHeight();
        if (size <= 0 || size > PIXELS_MAX) return Optional.empty();
        try {
            if (image.isStencil()) return Optional.of(image.getStencilImage(colourOfStencil.orElse(Color.GRAY)));
            int step = (int) Math.ceil(Math.sqrt((double) size / PIXELS_KEPT_MAX));
            return Optional.of(step <= 1 ? image.getImage() : image.getImage(null, step));
        } catch (IOException | RuntimeException unreadable) {
            // An unread picture is said to be unread; what a codec of the JDK throws is not for us to
            // tell apart.
            return Optional.empty();
        }
    }

    /// The part of a picture that hides what is under it, in the colour given.
    static BufferedImage opaquePart(BufferedImage picture, int rgb) {
        BufferedImage part = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++)
                if (picture.getRGB(x, y) >>> 24 >= OPAQUE) part.setRGB(x, y, 0xFF000000 | rgb);
        return part;
    }
}
