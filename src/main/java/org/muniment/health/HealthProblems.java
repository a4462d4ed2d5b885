package org.muniment.health;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the health page says no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HealthProblems {
    @ExceptionHandler
    ProblemDetail noSuchAlarm(NoSuchAlarm refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, refusal.getMessage());
        problem.setTitle("This alarm does not stand");
        problem.setType(URI.create("urn:muniment:problem:no-such-alarm"));
        return problem;
    }
}
