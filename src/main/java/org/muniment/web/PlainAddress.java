package org.muniment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// This is the wall against addresses written in a roundabout way. Filters judge a path by its letters and controllers
/// by what it decodes to, so `/api/%6De` or `/api/me;x` would be one place to the former and another to
/// the latter. Every address of the archive can be written plainly; any other is refused before anybody judges it.
@Component
@Order(Filters.PLAIN_ADDRESS)
final class PlainAddress extends OncePerRequestFilter {
    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9_~-][A-Za-z0-9_~.-]*+/?+)*+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PLAIN.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
        } else {
            PlainRefusal.BAD_REQUEST.write(
                    response,
                    "The archive has no such address. Its addresses have plain letters, digits, dots, hyphens and"
                            + " slashes only. Begin at the first page.");
        }
    }
}
