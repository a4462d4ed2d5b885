package org.muniment.inspection;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Follows what one page draws, in order: shapes and pictures go onto the canvas, characters into a list.
final class PageTrace extends PathDrawing {
    private static final int GLYPHS_MAX = 300_000;
    private static final Set<String> BRINGS_TEXT = Set.of("Do", "Tf", "Tj", "TJ", "'", "\"", "BI");

    private final PDPage page;
    private final Layers layers;
    private final Canvas canvas;
    private final GlyphReader reader;
    private final List<TracedGlyph> glyphs = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private final List<Rectangle2D> cropped = new ArrayList<>();
    private final Rectangle2D visible;
    private final boolean isCropped;
    private Canvas.Painted painting = Canvas.Painted.SHAPE;

    PageTrace(PDPage page, Layers layers) {
        super(page);
        this.page = page;
        this.layers = layers;
        this.visible = Pages.visible(page);
        this.isCropped = Pages.isCropped(page);
        this.canvas = new Canvas(visible);
        this.reader = new GlyphReader(canvas, visible);
    }

    /// Draws the page, then its annotations.
    void run() throws IOException {
        processPage(page);
        painting = Canvas.Painted.ANNOTATION;
        for (PDAnnotation annotation : page.getAnnotations())
            try {
                showAnnotation(annotation);
            } catch (IOException | RuntimeException broken) {
                unread.add("an annotation");
            }
    }

    /// The characters of a content stream by itself, whether the page uses it or not.
    List<TracedGlyph> loose(PDContentStream content) throws IOException {
        processChildStream(content, page);
        return glyphs;
    }

    Canvas canvas() {
        return canvas;
    }

    List<TracedGlyph> glyphs() {
        return glyphs;
    }

    /// Where pictures lie of which a reader shows only a part.
    List<Rectangle2D> croppedPictures() {
        return cropped;
    }

    /// What of the page could not be followed.
    Set<String> unread() {
        return unread;
    }

    @Override
    public void showAnnotation(PDAnnotation annotation) throws IOException {
        if (annotation.isHidden() || annotation.isNoView()) return;
        if (annotation.getAppearance() == null) makeAppearance(annotation);
        boolean isHidden = layers.isHidden(annotation.getOptionalContent());
        layers.enter(isHidden);
        super.showAnnotation(annotation);
        layers.leave();
    }

    /// As a reader does for what brings none. Where none can be made, nothing is seen of it.
    private static void makeAppearance(PDAnnotation annotation) {
        try {
            annotation.constructAppearances();
        } catch (RuntimeException incomplete) {
            annotation.setAppearance(new PDAppearanceDictionary());
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        layers.enter(layers.isHidden(form.getOptionalContent()));
        super.showForm(form);
        layers.leave();
    }

    /// Groups are followed as if they were painted straight onto the page.
    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        showForm(group);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        layers.enter(layers.isHidden(tag, properties));
    }

    @Override
    public void endMarkedContentSequence() {
        layers.leave();
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        if (glyphs.size() >= GLYPHS_MAX) throw new IOException("more than 300,000 characters");
        glyphs.add(reader.read(rendering, font, code, displacement, getGraphicsState(), layers.isHiddenHere()));
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        boolean isOnHiddenLayer =
                image instanceof PDImageXObject object && layers.isHidden(object.getOptionalContent());
        if (layers.isHiddenHere() || isOnHiddenLayer) return;
        Ink ink = Ink.filling(getGraphicsState());
        AffineTransform placed =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        Shape square = placed.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        Optional<BufferedImage> pixels = Pictures.pixels(image, ink.colour());
        // Only a stencil takes the colour of the state; of others its pattern says nothing.
        Ink.Cover cover = !image.isStencil() && ink.cover() == Ink.Cover.UNKNOWN && Ink.isPlain(getGraphicsState())
                ? Ink.Cover.HIDES
                : ink.cover();
        if (pixels.isEmpty()) canvas.unreadPicture(square, clipped());
        else if (cover == Ink.Cover.UNKNOWN)
            canvas.fill(square, clipped(), new Ink(Optional.empty(), 1, Ink.Cover.UNKNOWN), painting);
        else {
            if (isCropped && CroppedPicture.isThere(pixels.get(), placed, visible)) cropped.add(square.getBounds2D());
            canvas.picture(
                    pixels.get(),
                    placed,
                    clipped(),
                    new Ink(ink.colour(), ink.alpha(), cover),
                    painting == Canvas.Painted.SHAPE ? Canvas.Painted.PICTURE : painting);
        }
    }

    /// A shading covers, in colours that are not known here.
    @Override
    public void shadingFill(COSName shadingName) throws IOException {
        boolean hides = getGraphicsState().getNonStrokeAlphaConstant() > 0.9 && Ink.isPlain(getGraphicsState());
        paint(clipped(), new Ink(Optional.empty(), 1, hides ? Ink.Cover.HIDES : Ink.Cover.UNKNOWN));
    }

    @Override
    void paint(Shape shape, Ink ink) {
        if (!layers.isHiddenHere() && !ink.isUnseen()) canvas.fill(shape, clipped(), ink, painting);
    }

    /// A reader passes over an operator it does not understand; so do we, and say so if text may be lost
    /// by it.
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException trouble) {
        if (BRINGS_TEXT.contains(operator.getName())) unread.add("the operator " + operator.getName());
    }
}
