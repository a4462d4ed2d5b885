package org.muniment.request;

import org.springframework.http.HttpStatus;

/// Something about a request cannot be done, or not yet. The sentence says what to do next.
public abstract class RequestRefused extends RuntimeException {
    private final HttpStatus status;
    private final String slug;
    private final String title;

    protected RequestRefused(HttpStatus status, String slug, String title, String sentence) {
        super(sentence);
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }
}
