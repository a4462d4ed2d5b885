package org.muniment.inspection;

import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// What of a page a reader shows.
final class Pages {
    private Pages() {}

    /// The crop box within the media box, and never empty.
    static Rectangle2D visible(PDPage page) {
        PDRectangle crop = page.getCropBox();
        PDRectangle shown = crop.getWidth() > 0 && crop.getHeight() > 0 ? crop : PDRectangle.LETTER;
        return new Rectangle2D.Double(
                shown.getLowerLeftX(), shown.getLowerLeftY(), shown.getWidth(), shown.getHeight());
    }

    /// Whether somebody cut the page down to a part of itself, by more than printers do.
    static boolean isCropped(PDPage page) {
        PDRectangle whole = page.getMediaBox();
        Rectangle2D visible = visible(page);
        return visible.getMinX() - whole.getLowerLeftX() >= CroppedPicture.BLEED
                || visible.getMinY() - whole.getLowerLeftY() >= CroppedPicture.BLEED
                || whole.getUpperRightX() - visible.getMaxX() >= CroppedPicture.BLEED
                || whole.getUpperRightY() - visible.getMaxY() >= CroppedPicture.BLEED;
    }
}
