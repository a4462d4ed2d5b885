package org.muniment.web;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// This is how trouble is answered everywhere: a problem document (RFC 9457) that says what is wrong and never shows
/// the program's inside. A capability turns its own refusals into problems; what nobody foresaw ends here.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemResponses extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final AtomicLong troubles = new AtomicLong();

    @ExceptionHandler(Exception.class)
    ProblemDetail unforeseen(Exception trouble) {
        long reference = troubles.incrementAndGet();
        LOG.error("request failed, reference W{}", reference, trouble);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The server could not do this. Nothing in the archive was changed. Try again; if it happens again, give"
                        + " reference W" + reference + " to whoever looks after the server: its log has the cause.");
        problem.setTitle("Something went wrong");
        return problem;
    }
}
