package org.muniment.collection;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// The request has no search or certificate of that number.
final class NoSuchSearch extends RequestRefused {
    NoSuchSearch(String what) {
        super(
                HttpStatus.NOT_FOUND,
                "no-such-search",
                "The request has no such search",
                "This request has no " + what + ". Open its searches again: the list says what there is.");
    }
}
