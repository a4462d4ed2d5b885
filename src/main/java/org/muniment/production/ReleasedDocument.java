package org.muniment.production;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.muniment.rendition.FontFace;
import org.muniment.rendition.PageFormat;

/// This is everything one PDF of a release shows: what the writer draws and all that the verifier lets it say.
record ReleasedDocument(String title, PageFormat format, List<Sheet> sheets) {
    ReleasedDocument {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) throw new IllegalArgumentException("a document has a page");
    }

    SequencedSet<FontFace> fonts() {
        SequencedSet<FontFace> fonts = new LinkedHashSet<>();
        for (var sheet : sheets) {
            for (var line : sheet.page().lines()) line.texts().forEach(text -> fonts.add(text.font()));
            sheet.artefactTexts().forEach(text -> fonts.add(text.font()));
        }
        return fonts;
    }
}
