package org.muniment.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// This keeps one person, or one address that nobody signed in from, from taking the archive away from everyone else:
/// each has an [Allowance] of requests. An export takes many from it.
@Component
@Order(RequestLimit.ORDER)
final class RequestLimit extends OncePerRequestFilter {
    /// After the filters that know people.
    static final int ORDER = -40;

    private static final long EXPORT_REQUESTS = 50;
    private final Allowance allowance;
    private final HandlerExceptionResolver refusals;

    /// @param burst requests that may come at once
    /// @param perSecond requests a second that may come for ever
    RequestLimit(
            @Value("${muniment.requests.burst:1000}") long burst,
            @Value("${muniment.requests.per-second:50}") long perSecond,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.refusals = refusals;
        this.allowance = new Allowance(burst, perSecond, Duration.ofSeconds(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long cost = request.getRequestURI().endsWith("/exports") ? EXPORT_REQUESTS : 1;
        try {
            allowance.take(asker(request), cost);
        } catch (TooManyRequests refusal) {
            refusals.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String asker(HttpServletRequest request) {
        return Asking.actorOf(request)
                .map(actor -> "person " + actor.person().number())
                .orElseGet(() ->
                        "address " + Network.ofAsker(request.getRemoteAddr()).prefix());
    }
}
