package org.muniment.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
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
/// each has a store of requests that is filled steadily (a token bucket). An export takes many from it.
@Component
@Order(RequestLimit.ORDER)
final class RequestLimit extends OncePerRequestFilter {
    /// After the filters that know people.
    static final int ORDER = -40;

    private static final long EXPORT_REQUESTS = 50;
    private static final int ASKERS_MAX = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> askers;
    private final HandlerExceptionResolver refusals;

    /// @param burst requests that may come at once
    /// @param perSecond requests a second that may come for ever
    RequestLimit(
            @Value("${muniment.requests.burst:1000}") long burst,
            @Value("${muniment.requests.per-second:50}") long perSecond,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.refusals = refusals;
        this.askers = Caffeine.newBuilder()
                .maximumSize(ASKERS_MAX)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long cost = request.getRequestURI().endsWith("/exports") ? EXPORT_REQUESTS : 1;
        ConsumptionProbe probe = askers.get(asker(request)).tryConsumeAndReturnRemaining(cost);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusals.resolveException(
                    request, response, null, new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    private static String asker(HttpServletRequest request) {
        return Asking.actorOf(request)
                .map(actor -> "person " + actor.person().number())
                .orElseGet(() ->
                        "address " + Network.ofAsker(request.getRemoteAddr()).prefix());
    }
}
