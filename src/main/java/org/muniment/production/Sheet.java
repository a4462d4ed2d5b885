package org.muniment.production;

import java.util.List;
import org.muniment.rendition.Page;
import org.muniment.rendition.Piece;

/// This is one page of a released document as it is drawn: the page, and its footer (artefacts to a screen reader).
/// `name` is what people call the page: its Bates number where it has one.
record Sheet(String name, Page page, List<Piece.Text> footer) {
    Sheet {
        footer = List.copyOf(footer);
    }
}
