package org.muniment.web;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// This is how trouble is answered everywhere: a problem document (RFC 9457) that says what is wrong and never shows
/// the program's inside. A capability turns its own refusals into problems; what nobody foresaw ends here.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemResponses extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final AtomicLong troubles = new AtomicLong();

    /// A form that cannot be read: names the first place where something is missing or is not what it should be.
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException trouble, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                place(trouble)
                        .map(name ->
                                "\"" + name + "\" is missing or is not what it should be. Correct it and try again.")
                        .orElse("What was sent is not JSON that can be read."));
        problem.setType(URI.create("urn:muniment:problem:form-is-incomplete"));
        problem.setTitle("Please correct this");
        return handleExceptionInternal(trouble, problem, headers, status, request);
    }

    private static Optional<String> place(HttpMessageNotReadableException trouble) {
        if (!(trouble.getCause() instanceof DatabindException wrong)) return Optional.empty();
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> outer + "." + inner);
    }

    /// The browser went away before it had its answer: nobody is there to be told, and nothing is wrong here.
    @ExceptionHandler(ClientAbortException.class)
    void nobodyListens() {}

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
