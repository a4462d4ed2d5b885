package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// Who may not read all that a release prints does not finalise it.
final class ReleaseIsNotYours extends RequestRefused {
    ReleaseIsNotYours(int item, RequestRefused why) {
        super(
                HttpStatus.FORBIDDEN,
                "release-is-not-yours",
                "Not yours to finalise",
                "You may not read item " + item + ", which this release prints. Somebody who may read all of it has to"
                        + " look at it and finalise it.");
        initCause(why);
    }
}
