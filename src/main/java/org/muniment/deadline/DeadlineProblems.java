package org.muniment.deadline;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the clock and the calendar say no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeadlineProblems {
    @ExceptionHandler
    ProblemDetail event(EventIsRefused refusal) {
        return problem(HttpStatus.CONFLICT, "event-refused", "The clock does not take this", refusal);
    }

    @ExceptionHandler
    ProblemDetail office(OfficeIsUnusable refusal) {
        return problem(HttpStatus.BAD_REQUEST, "office-unusable", "This cannot be kept", refusal);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, RuntimeException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setTitle(title);
        problem.setType(URI.create("urn:muniment:problem:" + slug));
        return problem;
    }
}
