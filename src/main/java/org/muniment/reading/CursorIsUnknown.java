package org.muniment.reading;

/// The place to go on from was not given out by a search.
final class CursorIsUnknown extends RuntimeException {
    CursorIsUnknown() {
        super("The page after this place cannot be shown. Begin again with the first page of the search.");
    }
}
