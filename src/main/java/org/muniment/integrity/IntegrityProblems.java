package org.muniment.integrity;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how integrity checks say no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntegrityProblems {
    @ExceptionHandler
    ProblemDetail running(CheckIsRunning refusal) {
        return problem(HttpStatus.CONFLICT, "A check is running", "check-is-running", refusal);
    }

    @ExceptionHandler
    ProblemDetail noSuchReport(NoSuchReport refusal) {
        return problem(HttpStatus.NOT_FOUND, "There is no such report", "no-such-report", refusal);
    }

    @ExceptionHandler
    ProblemDetail noSuchLevel(NoSuchLevel refusal) {
        return problem(HttpStatus.BAD_REQUEST, "There is no such level", "no-such-level", refusal);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String slug, RuntimeException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setTitle(title);
        problem.setType(URI.create("urn:muniment:problem:" + slug));
        return problem;
    }
}
