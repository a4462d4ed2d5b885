package org.muniment.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// This keeps anybody from filling the memory with one form: a form is read whole before anything looks at it. A file
/// (`application/octet-stream`) is read by whoever takes it, and no further than it may be long.
@Component
@Order(BodyLimit.ORDER)
final class BodyLimit extends OncePerRequestFilter {
    /// After the filters that know people, before the one that counts requests.
    static final int ORDER = -45;

    /// The longest form of a stranger is a passkey's answer, of a few kilobytes.
    static final long STRANGERS_BYTES_MAX = 64 << 10;
    /// The longest form of all is a policy with its notice.
    static final long BYTES_MAX = 2 << 20;

    private final HandlerExceptionResolver refusals;

    BodyLimit(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!isFile(request)) check(request);
        } catch (BodyIsTooLarge refusal) {
            refusals.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/octet-stream");
    }

    private static void check(HttpServletRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) throw BodyIsTooLarge.ofUnknownLength();
        long bytesMax = Asking.actorOf(request).isPresent() ? BYTES_MAX : STRANGERS_BYTES_MAX;
        if (request.getContentLengthLong() > bytesMax) throw BodyIsTooLarge.over(bytesMax);
    }
}
