package org.muniment.collection;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// What was sent cannot be kept as a search, or not be done with one.
final class SearchIsUnusable extends RequestRefused {
    SearchIsUnusable(String sentence) {
        super(HttpStatus.BAD_REQUEST, "search-is-unusable", "This cannot be done with the search", sentence);
    }
}
