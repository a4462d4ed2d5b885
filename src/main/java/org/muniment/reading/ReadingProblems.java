package org.muniment.reading;

import java.net.URI;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.archive.NoSuchCapture;
import org.muniment.search.QueryIsMalformed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// This is how the reading room says no (RFC 9457).
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadingProblems {
    /// `position` is the offset, from 0, in the query; `hint` says what to write instead.
    @ExceptionHandler
    ProblemDetail malformed(QueryIsMalformed refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.why() + ".");
        problem.setTitle("This search cannot be understood");
        problem.setProperty("position", refusal.where());
        problem.setProperty("hint", refusal.hint() + ".");
        return problem;
    }

    /// The same words whether there is no such number or it is not this reader's to see.
    @ExceptionHandler({NoSuchMessage.class, NoSuchCapture.class})
    ProblemDetail notThere() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, NoSuchMessage.SENTENCE);
        problem.setType(URI.create("urn:muniment:problem:no-such-message"));
        problem.setTitle("There is no such message");
        return problem;
    }

    /// It was here, and it is known why it is not any more.
    @ExceptionHandler
    ProblemDetail destroyed(CaptureWasDestroyed gone) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.GONE, String.valueOf(gone.getMessage()));
        problem.setType(URI.create("urn:muniment:problem:message-destroyed"));
        problem.setTitle("This message was destroyed");
        return problem;
    }

    @ExceptionHandler({CursorIsUnknown.class, ReasonIsMissing.class})
    ProblemDetail unusable(RuntimeException refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("urn:muniment:problem:incomplete"));
        problem.setTitle("Something is missing");
        return problem;
    }
}
