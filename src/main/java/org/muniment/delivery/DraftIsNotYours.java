package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// A paper about a whole release tells of mail that not everybody may read who may read some of it.
final class DraftIsNotYours extends RequestRefused {
    DraftIsNotYours(String sentence) {
        super(HttpStatus.FORBIDDEN, "draft-is-not-yours", "This paper is not yours to read", sentence);
    }
}
