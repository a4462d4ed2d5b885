package org.muniment.inspection;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page painted without its text, twice: in its colours, and as the number of what was painted
/// last at each point. A character drawn before what now lies over it cannot be seen.
final class Canvas {
    private static final double PIXELS_PER_POINT = 2;
    private static final int PIXELS_MAX = 4_000_000;

    /// How much of a place must be covered before it counts as hidden.
    private static final double COVERED = 0.8;

    /// How different (0 to 255) two colours may be that an eye takes for one.
    private static final int ONE_COLOUR = 12;

    /// Pictures are noisy.
    private static final int ONE_COLOUR_IN_A_PICTURE = 24;

    private static final double UNIFORM = 0.97;

    private final BufferedImage colours;
    private final BufferedImage order;
    private final AffineTransform toPixels;
    private final List<Painted> painted = new ArrayList<>();

    /// What covers others.
    enum Painted {
        SHAPE,
        PICTURE,
        ANNOTATION,
        /// In a form that cannot be read here: nobody can say what is seen of the text there.
        UNREAD_PICTURE
    }

    Canvas(Rectangle2D page) {
        double scale = Math.min(PIXELS_PER_POINT, Math.sqrt(PIXELS_MAX / (page.getWidth() * page.getHeight())));
        int width = Math.max(1, (int) Math.ceil(page.getWidth() * scale));
        int height = Math.max(1, (int) Math.ceil(page.getHeight() * scale));
        colours = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        order = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        toPixels = new AffineTransform(scale, 0, 0, -scale, -page.getMinX() * scale, page.getMaxY() * scale);
        fill(colours, new Rectangle(width, height), Optional.empty(), AlphaComposite.Src, Color.WHITE);
    }

    int painted() {
        return painted.size();
    }

    /// Fills a shape (page coordinates) inside a clip.
    void fill(Shape shape, Shape clip, Ink ink, Painted kind) {
        Shape pixels = toPixels.createTransformedShape(shape);
        Optional<Shape> within = Optional.of(toPixels.createTransformedShape(clip));
        Color colour = ink.cover() == Ink.Cover.UNKNOWN
                ? new Color(0, 0, 0, 0)
                : ink.colour().orElse(new Color(0, 0, 0, 0));
        AlphaComposite composite = ink.cover() == Ink.Cover.TINTS
                ? AlphaComposite.SrcOver.derive((float) Math.clamp(ink.alpha(), 0, 1))
                : AlphaComposite.Src;
        fill(colours, pixels, within, composite, colour);
        painted.add(kind);
        if (ink.cover() == Ink.Cover.HIDES) fill(order, pixels, within, AlphaComposite.Src, new Color(painted.size()));
    }

    /// Where a picture is that could not be read. What is in it and beneath it is not known.
    void unreadPicture(Shape shape, Shape clip) {
        fill(shape, clip, new Ink(Optional.empty(), 1, Ink.Cover.HIDES), Painted.UNREAD_PICTURE);
    }

    boolean hasUnreadPictures() {
        return painted.contains(Painted.UNREAD_PICTURE);
    }

    /// Whether the colours there are not known.
    boolean isUnknown(Rectangle2D place) {
        Rectangle pixels = pixels(place);
        return !pixels.isEmpty()
                && colours.getRGB(pixels.x + pixels.width / 2, pixels.y + pixels.height / 2) >>> 24 == 0;
    }

    /// Paints a picture whose unit square the transform places on the page.
    void picture(BufferedImage picture, AffineTransform placed, Shape clip, Ink ink, Painted kind) {
        AffineTransform pixels = new AffineTransform(toPixels);
        pixels.concatenate(placed);
        pixels.concatenate(new AffineTransform(1.0 / picture.getWidth(), 0, 0, -1.0 / picture.getHeight(), 0, 1));
        Shape within = toPixels.createTransformedShape(clip);
        draw(colours, picture, pixels, within, (float) Math.clamp(ink.alpha(), 0, 1));
        painted.add(kind);
        if (ink.cover() == Ink.Cover.HIDES)
            draw(order, Pictures.opaquePart(picture, painted.size()), pixels, within, 1);
    }

    /// Whether what was painted after `after` things covers the place; and by which kind.
    Optional<Painted> covering(Rectangle2D place, int after) {
        Rectangle pixels = pixels(place);
        if (pixels.isEmpty()) return Optional.empty();
        int covered = 0;
        int last = 0;
        for (int y = pixels.y; y < pixels.y + pixels.height; y++)
            for (int x = pixels.x; x < pixels.x + pixels.width; x++) {
                int number = order.getRGB(x, y) & 0xFFFFFF;
                if (number <= after) continue;
                covered++;
                last = Math.max(last, number);
            }
        if (covered < COVERED * pixels.width * pixels.height) return Optional.empty();
        return Optional.of(painted.get(last - 1));
    }

    /// The number of what covers the middle of a place; 0 for the bare page. Tells boxes apart.
    int coverAt(Rectangle2D place) {
        Rectangle pixels = pixels(place);
        if (pixels.isEmpty()) return 0;
        return order.getRGB(pixels.x + pixels.width / 2, pixels.y + pixels.height / 2) & 0xFFFFFF;
    }

    /// Whether the place has this colour everywhere so far.
    boolean hasColour(Rectangle2D place, Color colour) {
        return share(pixels(place), colour.getRGB(), ONE_COLOUR) >= UNIFORM;
    }

    /// Whether nothing can be told apart in the place: it has one colour, and we know it.
    boolean isUniform(Rectangle2D place) {
        Rectangle pixels = pixels(place);
        if (pixels.isEmpty()) return false;
        for (double at : new double[] {0.5, 0.25, 0.75}) {
            int x = pixels.x + (int) (pixels.width * at);
            int y = pixels.y + (int) (pixels.height * at);
            if (share(pixels, colours.getRGB(x, y), ONE_COLOUR_IN_A_PICTURE) >= UNIFORM) return true;
        }
        return false;
    }

    /// How much of a place has nearly this colour. Where a colour is not known, none has.
    private double share(Rectangle pixels, int rgb, int difference) {
        int same = 0;
        for (int y = pixels.y; y < pixels.y + pixels.height; y++)
            for (int x = pixels.x; x < pixels.x + pixels.width; x++)
                if (isNear(colours.getRGB(x, y), rgb, difference)) same++;
        return pixels.isEmpty() ? 0 : (double) same / ((long) pixels.width * pixels.height);
    }

    private static boolean isNear(int one, int other, int difference) {
        if (one >>> 24 == 0 || other >>> 24 == 0) return false;
        for (int shift = 0; shift <= 16; shift += 8)
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > difference) return false;
        return true;
    }

    private Rectangle pixels(Rectangle2D place) {
        return toPixels.createTransformedShape(place)
                .getBounds()
                .intersection(new Rectangle(colours.getWidth(), colours.getHeight()));
    }

    private static void fill(
            BufferedImage image, Shape shape, Optional<Shape> clip, AlphaComposite composite, Color colour) {
        Graphics2D graphics = image.createGraphics();
        clip.ifPresent(graphics::setClip);
        graphics.setComposite(composite);
        graphics.setColor(colour);
        graphics.fill(shape);
        graphics.dispose();
    }

    private static void draw(
            BufferedImage image, BufferedImage picture, AffineTransform placed, Shape clip, float alpha) {
        Graphics2D graphics = image.createGraphics();
        graphics.setClip(clip);
        graphics.setComposite(AlphaComposite.SrcOver.derive(alpha));
        graphics.drawImage(picture, placed, null);
        graphics.dispose();
    }
}
