package org.muniment.access;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/// Somebody may not do this, or not yet. The sentence says what to do next.
public abstract class AccessRefused extends RuntimeException {
    private final HttpStatus status;
    private final String slug;
    private final String title;

    protected AccessRefused(HttpStatus status, String slug, String title, String sentence) {
        super(sentence);
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /// How long to wait before trying again; zero if waiting does not help.
    protected Duration waiting() {
        return Duration.ZERO;
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
