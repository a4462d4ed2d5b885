package org.muniment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// This is the wall against other sites open in the same browser. A browser states in `Sec-Fetch-Site` who asks (W3C
/// Fetch Metadata): another site may link to a page here, and nothing else. Tools that are not browsers send no such
/// header and may read; whatever would change something must come from this page itself.
@Component
@Order(Filters.CROSS_ORIGIN)
final class CrossOriginGuard extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAllowed(request)) {
            chain.doFilter(request, response);
        } else {
            PlainRefusal.FORBIDDEN.write(
                    response,
                    "Another web site asked for this, so nothing was given. Open the archive's own page and try there.");
        }
    }

    private static boolean isAllowed(HttpServletRequest request) {
        boolean isReading = READING.contains(request.getMethod());
        String site = headerOf(request, "Sec-Fetch-Site");
        if (site.isEmpty())
            return (isReading || hasToken(request))
                    && headerOf(request, "Origin").isEmpty();
        if (FROM_HERE.contains(site)) return isReading || site.equals("same-origin");
        return isReading && isLinkToPage(request);
    }

    private static boolean isLinkToPage(HttpServletRequest request) {
        return headerOf(request, "Sec-Fetch-Mode").equals("navigate")
                && headerOf(request, "Sec-Fetch-Dest").equals("document")
                && !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().startsWith("/log/");
    }

    // A program's personal token: no browser sends it on its own.
    private static boolean hasToken(HttpServletRequest request) {
        return headerOf(request, "Authorization").startsWith("Bearer ");
    }

    private static String headerOf(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
