package org.muniment.law;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the law says no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LawProblems {
    @ExceptionHandler
    ProblemDetail unknown(NoSuchJurisdiction refusal) {
        return problem(HttpStatus.BAD_REQUEST, "no-such-jurisdiction", "There is no such jurisdiction", refusal);
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchProvision refusal) {
        return problem(HttpStatus.NOT_FOUND, "no-such-provision", "There is no such row", refusal);
    }

    @ExceptionHandler
    ProblemDetail unusable(StatementIsUnusable refusal) {
        return problem(HttpStatus.BAD_REQUEST, "statement-is-unusable", "Something is missing", refusal);
    }

    @ExceptionHandler
    ProblemDetail notVerified(RowIsNotVerified refusal) {
        return problem(HttpStatus.CONFLICT, "row-is-not-verified", "This row is not verified", refusal);
    }

    @ExceptionHandler
    ProblemDetail notCounsel(OnlyCounselVerifies refusal) {
        return problem(HttpStatus.FORBIDDEN, "only-counsel-verifies", "This is for counsel", refusal);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, RuntimeException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("urn:muniment:problem:" + slug));
        problem.setTitle(title);
        return problem;
    }
}
