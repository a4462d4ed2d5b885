package org.muniment.production;

import java.util.List;
import org.muniment.rendition.Piece;

/// This is what stands on a page besides its lines: a screen reader passes over it.
sealed interface Artefact {
    Place place();

    /// Words on one baseline.
    record Words(Place place, double baseline, List<Piece.Text> texts) implements Artefact {
        public Words {
            texts = List.copyOf(texts);
        }
    }

    /// A black line, or a black field; in points from the page's lower left corner.
    record Rule(double x, double bottom, double width, double height) implements Artefact {
        @Override
        public Place place() {
            return Place.LAYOUT;
        }
    }

    /// What a PDF calls it.
    enum Place {
        HEADER("/Type /Pagination /Subtype /Header"),
        FOOTER("/Type /Pagination /Subtype /Footer"),
        LAYOUT("/Type /Layout");

        private final String properties;

        Place(String properties) {
            this.properties = properties;
        }

        String properties() {
            return properties;
        }
    }
}
