package org.muniment.access;

import org.springframework.http.HttpStatus;

/// Somebody may not do this, or not yet. The sentence says what to do next.
public abstract sealed class AccessRefused extends RuntimeException
        permits SignInNeeded, NotYourRole, MailIsNotYoursToRead, PurposeNeeded {
    private final HttpStatus status;
    private final String slug;
    private final String title;

    AccessRefused(HttpStatus status, String slug, String title, String sentence) {
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
