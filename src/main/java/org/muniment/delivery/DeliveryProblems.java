package org.muniment.delivery;

import java.net.URI;
import org.muniment.production.ReleaseRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the press says no over HTTP (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeliveryProblems {
    @ExceptionHandler
    ProblemDetail refused(ReleaseRefused refusal) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
        problem.setType(URI.create("urn:muniment:problem:release-refused"));
        problem.setTitle("Nothing was released");
        return problem;
    }
}
