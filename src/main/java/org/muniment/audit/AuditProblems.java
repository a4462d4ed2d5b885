package org.muniment.audit;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the audit trail says no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditProblems {
    @ExceptionHandler
    ProblemDetail unwritten(AuditCannotBeWritten refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, refusal.getMessage());
        problem.setType(URI.create("urn:muniment:problem:audit-cannot-be-written"));
        problem.setTitle("This could not be written down");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreasoned(ExportNeedsAReason refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        problem.setType(URI.create("urn:muniment:problem:reason-needed"));
        problem.setTitle("Say why");
        return problem;
    }
}
