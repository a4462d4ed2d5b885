package org.muniment.rendition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.muniment.archive.AccessionNumber;

/// This is one message as numbered pages: everything that is to be drawn, and all that may be read back from it.
///
/// The same message, marks, format and fonts always give an equal rendition. Each withheld run became exactly one
/// [Box]; boxes come in the order of the rows of the message's redaction log.
public record Rendition(AccessionNumber accession, PageFormat format, List<Page> pages) {
    public Rendition {
        pages = List.copyOf(pages);
    }

    /// The fonts to embed, in order of first use.
    public SequencedSet<FontFace> fonts() {
        SequencedSet<FontFace> fonts = new LinkedHashSet<>();
        for (Page page : pages) for (Line line : page.lines()) line.texts().forEach(text -> fonts.add(text.font()));
        return fonts;
    }
}
