package org.muniment.production;

import java.util.List;

/// This is a document in the city's own words, before it is printed: a letter, a certificate, an index, a cover.
///
/// `title` is what the file calls itself and what stands at the foot of each page; what a reader sees first is a
/// [PaperPart.Title] among the parts. Any text may be given: what has no look of its own is left out or written out, a
/// line feed begins a line.
public record Paper(String title, Letterhead head, Orientation orientation, Standing standing, List<PaperPart> parts) {
    public Paper {
        if (title.isBlank()) throw new IllegalArgumentException("a paper has a title");
        if (parts.isEmpty()) throw new IllegalArgumentException("a paper says something");
        parts = List.copyOf(parts);
    }

    /// An upright page, final.
    public Paper(String title, Letterhead head, List<PaperPart> parts) {
        this(title, head, Orientation.UPRIGHT, Standing.FINAL, parts);
    }

    public enum Orientation {
        UPRIGHT,
        /// For tables of many columns.
        ACROSS
    }

    public enum Standing {
        FINAL,
        /// Every page says so, in words, above its text.
        DRAFT
    }

    /// The same paper, stamped.
    public Paper draft() {
        return new Paper(title, head, orientation, Standing.DRAFT, parts);
    }
}
