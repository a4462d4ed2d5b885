package org.muniment.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// This is the city's seal as it is kept: a PNG of our own drawing. Of what was uploaded nothing but the pixels
/// remains: no metadata, no second picture, nothing a browser could take for a page. SVG is refused, for it can
/// hold scripts.
final class SealPicture {
    static final int UPLOAD_BYTES_MAX = 512 * 1024;
    private static final int UPLOAD_SIDE_MAX = 4_000;
    private static final int SIDE_MAX = 512;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    private static final String HOW = " Choose a PNG or JPEG picture of at most 512 KB and 4,000 by 4,000 pixels.";

    private final byte[] png;

    private SealPicture(byte[] png) {
        this.png = png;
    }

    /// Throws [SettingIsUnusable].
    static SealPicture of(byte[] picture) {
        if (picture.length > UPLOAD_BYTES_MAX) throw new SettingIsUnusable("The picture is too large." + HOW);
        try {
            return new SealPicture(png(scaled(read(picture))));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    byte[] png() {
        return png.clone();
    }

    String sha256Hex() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The size is looked at before a pixel is read: a small file may claim a picture that fills the memory.
    private static BufferedImage read(byte[] picture) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new SettingIsUnusable("This is not a picture that can be read." + HOW);
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)))
                    throw new SettingIsUnusable("This kind of picture is not taken." + HOW);
                reader.setInput(in, true, true);
                if (Math.max(reader.getWidth(0), reader.getHeight(0)) > UPLOAD_SIDE_MAX)
                    throw new SettingIsUnusable("The picture has too many pixels." + HOW);
                return reader.read(0);
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
                throw new SettingIsUnusable("The picture is damaged." + HOW);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        double scale = Math.min(1, (double) SIDE_MAX / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
