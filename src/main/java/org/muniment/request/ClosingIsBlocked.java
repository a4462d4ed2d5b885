package org.muniment.request;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Something has to be done before the request is closed.
final class ClosingIsBlocked extends RequestRefused {
    ClosingIsBlocked(List<String> standing) {
        super(HttpStatus.CONFLICT, "closing-blocked", "The request cannot be closed yet", String.join(" ", standing));
    }
}
