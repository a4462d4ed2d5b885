package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// The request has no such release, page or link.
final class NoSuchDelivery extends RequestRefused {
    NoSuchDelivery(String sentence) {
        super(HttpStatus.NOT_FOUND, "no-such-release", "Not there", sentence);
    }
}
