package org.muniment.request;

import org.springframework.http.HttpStatus;

/// Preserving cannot end so.
final class PreservationStands extends RequestRefused {
    PreservationStands(String sentence) {
        super(HttpStatus.CONFLICT, "preservation-stands", "This cannot end now", sentence);
    }
}
