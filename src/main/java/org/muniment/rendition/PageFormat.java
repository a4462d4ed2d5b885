package org.muniment.rendition;

/// This is the size of a page and where things stand on it, in points (1/72 inch) from the lower left corner.
///
/// Text keeps inside the margins. Below them stand two artefacts that production fills in, on the same baseline and
/// in the same size on each page: the page number at [#left()] growing right, the Bates label ending at [#right()].
public record PageFormat(double width, double height, double margin) {
    private static final double TEXT_WIDTH_MIN = 440;

    public static final PageFormat LETTER = new PageFormat(612, 792, 72);
    public static final PageFormat A4 = new PageFormat(595.28, 841.89, 68);

    public PageFormat {
        if (margin < 54 || width - 2 * margin < TEXT_WIDTH_MIN || height - 2 * margin < TEXT_WIDTH_MIN)
            throw new IllegalArgumentException("a page has margins of 54 points or more and room between them");
    }

    public double left() {
        return margin;
    }

    public double right() {
        return width - margin;
    }

    public double top() {
        return height - margin;
    }

    public double bottom() {
        return margin;
    }

    /// The baseline of Bates label and page number. No line of text comes within 18 points of it.
    public double footerBaseline() {
        return margin / 2;
    }

    public double footerSize() {
        return 9;
    }
}
