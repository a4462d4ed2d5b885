package org.muniment.privilege;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how privilege says no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PrivilegeProblems {
    @ExceptionHandler
    ProblemDetail malformed(RuleIsMalformed refusal) {
        return problem(HttpStatus.BAD_REQUEST, "rule-is-malformed", "This cannot be kept", refusal);
    }

    @ExceptionHandler
    ProblemDetail notKeptBack(IsNotKeptBack refusal) {
        return problem(HttpStatus.NOT_FOUND, "is-not-kept-back", "There is nothing kept back so", refusal);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, RuntimeException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("urn:muniment:problem:" + slug));
        problem.setTitle(title);
        return problem;
    }
}
