package org.muniment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// This is the wall around the page until people can sign in: only this computer may ask, and only by a name of this
/// computer. The second half stops DNS rebinding: a foreign site whose name is made to point at 127.0.0.1 still says
/// its own name in `Host`.
@Component
@Order(Filters.LOOPBACK)
final class LoopbackGuard extends OncePerRequestFilter {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> objection = objectionTo(request.getRemoteAddr(), request.getHeader("Host"));
        if (objection.isPresent()) {
            PlainRefusal.FORBIDDEN.write(response, objection.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /// What is wrong with a request from this peer under this name, in words for the person who reads it.
    static Optional<String> objectionTo(String peerAddress, @Nullable String hostHeader) {
        if (!isLoopback(peerAddress)) {
            return Optional.of("This archive can be read only on the computer it runs on, until people and sign-in are"
                    + " set up. Your request came from " + peerAddress + ". Open the page in a browser on that"
                    + " computer, at http://localhost and the port the server printed when it started.");
        }
        if (hostHeader == null || !NAMES.contains(nameIn(hostHeader))) {
            return Optional.of("This archive answers only to the names localhost, 127.0.0.1 and [::1]. Open"
                    + " http://localhost and the port the server printed when it started.");
        }
        return Optional.empty();
    }

    private static boolean isLoopback(String peerAddress) {
        try {
            return InetAddress.ofLiteral(peerAddress).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static String nameIn(String hostHeader) {
        int portAt = hostHeader.lastIndexOf(':');
        boolean hasPort = portAt > hostHeader.lastIndexOf(']') && portAt >= 0;
        return (hasPort ? hostHeader.substring(0, portAt) : hostHeader).toLowerCase(Locale.ROOT);
    }
}
