package org.muniment.inspection;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.muniment.inspection.Finding.Kind;

/// Redaction marks (`Redact` annotations) that somebody placed and nobody applied.
final class Unapplied {
    private Unapplied() {}

    static List<Finding> redactions(PDPage page, int number, List<TracedGlyph> glyphs) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (!"Redact".equals(annotation.getSubtype()) || annotation.getRectangle() == null) continue;
            Path2D area = area(annotation);
            List<TracedGlyph> marked = glyphs.stream()
                    .filter(glyph ->
                            area.contains(glyph.ink().getCenterX(), glyph.ink().getCenterY()))
                    .toList();
            findings.add(
                    Finding.at(number, Kind.UNAPPLIED_REDACTION, Box.of(area.getBounds2D()), ReadableText.of(marked)));
        }
        return findings;
    }

    /// The quadrilaterals if there are any, else the rectangle.
    private static Path2D area(PDAnnotation annotation) {
        Path2D area = new Path2D.Double();
        COSArray points = annotation.getCOSObject().getCOSArray(COSName.QUADPOINTS);
        float[] at = points == null ? new float[0] : points.toFloatArray();
        for (int i = 0; i + 7 < at.length; i += 8) {
            Rectangle2D bounds = new Rectangle2D.Double(at[i], at[i + 1], 0, 0);
            for (int corner = 2; corner < 8; corner += 2) bounds.add(at[i + corner], at[i + corner + 1]);
            area.append(bounds, false);
        }
        if (area.getCurrentPoint() == null) {
            var rectangle = annotation.getRectangle();
            area.append(
                    new Rectangle2D.Double(
                            rectangle.getLowerLeftX(),
                            rectangle.getLowerLeftY(),
                            rectangle.getWidth(),
                            rectangle.getHeight()),
                    false);
        }
        return area;
    }
}
