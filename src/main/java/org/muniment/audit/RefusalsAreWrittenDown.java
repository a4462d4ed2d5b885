package org.muniment.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Actor;
import org.muniment.access.Asking;
import org.muniment.archive.AccessionNumber;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Whoever is known and is refused leaves an entry, before the refusal is answered: what is not theirs (403), and of
/// mail also what is not there for them (404) and what they stated no purpose for (409); of a records request what is
/// not there for them.
@RestControllerAdvice
class RefusalsAreWrittenDown implements ResponseBodyAdvice<Object> {
    private static final Pattern MAIL = Pattern.compile("/api/(search|messages)(/.*)?");
    private static final Pattern OF_A_REQUEST = Pattern.compile("/api/requests/\\d{1,18}/.*");
    private static final Pattern MESSAGE = Pattern.compile("/api/messages/(\\d{1,18})(/.*)?");
    private static final Set<Integer> OF_MAIL = Set.of(HttpStatus.NOT_FOUND.value(), HttpStatus.CONFLICT.value());

    private final AuditTrail trail;

    RefusalsAreWrittenDown(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest servlet)
            refused(problem, servlet.getServletRequest());
        return body;
    }

    private void refused(ProblemDetail problem, HttpServletRequest request) {
        Optional<Actor> actor = Asking.actorOf(request);
        if (actor.isEmpty() || !isWrittenDown(problem.getStatus(), request.getRequestURI())) return;
        trail.record(new AuditEntry(
                Act.REFUSED, actor.get(), Asking.purposeOf(request), what(problem, request), messages(request)));
    }

    private static boolean isWrittenDown(int status, String path) {
        return status == HttpStatus.FORBIDDEN.value()
                || (OF_MAIL.contains(status) && MAIL.matcher(path).matches())
                || (status == HttpStatus.NOT_FOUND.value()
                        && OF_A_REQUEST.matcher(path).matches());
    }

    private static String what(ProblemDetail problem, HttpServletRequest request) {
        String query = request.getParameter("q");
        String asked = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : " for: " + query);
        return problem.getStatus() + " " + problem.getTitle() + ": " + asked;
    }

    private static List<AccessionNumber> messages(HttpServletRequest request) {
        Matcher message = MESSAGE.matcher(request.getRequestURI());
        return message.matches() ? List.of(new AccessionNumber(Long.parseLong(message.group(1)))) : List.of();
    }
}
