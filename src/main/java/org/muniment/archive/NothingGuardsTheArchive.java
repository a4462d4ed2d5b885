package org.muniment.archive;

/// Refusal: nobody was named who knows what must be kept, so nothing is destroyed.
public final class NothingGuardsTheArchive extends RuntimeException {
    NothingGuardsTheArchive() {
        super("Nothing is destroyed: nobody was asked what must be kept. Start the whole server; it knows the holds.");
    }
}
