package org.muniment.review;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// Counsel's quarantine keeps the item back: only counsel reads and decides it.
final class ItemIsKeptBack extends RequestRefused {
    ItemIsKeptBack(int number) {
        super(
                HttpStatus.FORBIDDEN,
                "item-is-kept-back",
                "Kept back by counsel",
                "Counsel keeps item " + number + " back, and it is in counsel's queue. Go on with the next one.");
    }
}
