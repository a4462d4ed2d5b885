package org.muniment.rendition;

import org.muniment.archive.AccessionNumber;

/// Refusal: one message would fill more pages than a release may hold.
public final class RenditionIsTooLong extends RuntimeException {
    RenditionIsTooLong(AccessionNumber accession, int pagesMax) {
        super("Message " + accession + " would fill more than " + pagesMax
                + " pages. Leave it out of the query and release it by other means.");
    }
}
