package org.muniment.review;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// There is no item of this number in the review, or it is not this person's to read: which of the
/// two is not told.
final class NoSuchItem extends RequestRefused {
    NoSuchItem(int number) {
        super(
                HttpStatus.NOT_FOUND,
                "no-such-item",
                "No such item for you",
                "There is no item " + number
                        + " in this review that is yours to read. Go back to the list; if you should"
                        + " review it, ask the records officer to assign it to you.");
    }
}
