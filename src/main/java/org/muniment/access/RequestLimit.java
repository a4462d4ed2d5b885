package org.muniment.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// This keeps one person, or one address that nobody signed in from, from taking the archive away from everyone else:
/// each has an [Allowance] of requests. An export or a long page of results takes many from it.
@Component
@Order(RequestLimit.ORDER)
final class RequestLimit extends OncePerRequestFilter {
    /// After the filters that know people.
    static final int ORDER = -40;

    private static final long EXPORT_REQUESTS = 50;
    private static final Pattern SIZE = Pattern.compile("\\d{1,9}");
    private static final long RESULTS_MAX = 1_000;
    private static final long RESULTS_FOR_ONE = 20;

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
        return !AnsweredByRule.isAt(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            allowance.take(asker(request), cost(request));
        } catch (TooManyRequests refusal) {
            refusals.resolveException(request, response, null, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    // A page of results costs as much as that many messages: each is read.
    private static long cost(HttpServletRequest request) {
        if (request.getRequestURI().endsWith("/exports")) return EXPORT_REQUESTS;
        if (!request.getRequestURI().equals("/api/search")) return 1;
        String limit = request.getParameter("limit");
        if (limit == null || !SIZE.matcher(limit).matches()) return 1;
        return 1 + Math.min(Long.parseLong(limit), RESULTS_MAX) / RESULTS_FOR_ONE;
    }

    private static String asker(HttpServletRequest request) {
        return Asking.actorOf(request)
                .map(actor -> "person " + actor.person().number())
                .orElseGet(() ->
                        "address " + Network.ofAsker(request.getRemoteAddr()).prefix());
    }
}
