package org.muniment.access;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how a refusal of access is answered (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AccessRefused refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.getMessage());
        problem.setType(URI.create("urn:muniment:problem:" + refusal.slug()));
        problem.setTitle(refusal.title());
        ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.of(problem);
        if (refusal.waiting().isPositive())
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.ceilDiv(refusal.waiting().toMillis(), 1000L)));
        return answer.build();
    }
}
