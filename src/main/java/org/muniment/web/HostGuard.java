package org.muniment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// This is the wall against DNS rebinding: a foreign site whose name is made to point here still says its own name in
/// `Host`, so only names of this computer and those the city gave are answered. While the server listens on loopback,
/// whoever is not on this computer is refused too.
@Component
@Order(Filters.HOST)
final class HostGuard extends OncePerRequestFilter {
    private final Transport transport;

    HostGuard(ObjectProvider<Transport> transport) {
        this.transport = transport.getIfAvailable(() -> Transport.plainOnLoopback(0));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> objection =
                objectionTo(request.getRemoteAddr(), request.getLocalAddr(), request.getHeader("Host"));
        if (objection.isPresent()) {
            PlainRefusal.FORBIDDEN.write(response, objection.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /// What is wrong with a request from this peer under this name, in words for the person who reads it.
    Optional<String> objectionTo(String peerAddress, String ownAddress, @Nullable String hostHeader) {
        if (transport.isLocal() && !isLoopback(peerAddress)) {
            return Optional.of("This archive can be read only on the computer it runs on. Your request came from "
                    + peerAddress + ". Open the page in a browser on that computer, or have the server started with"
                    + " --listen ADDRESS.");
        }
        if (hostHeader == null || !isOurs(nameIn(hostHeader), ownAddress)) {
            return Optional.of("This archive answers only to the names localhost, 127.0.0.1 and [::1] and to those it"
                    + " was given. Open the address the server printed when it started, or have it started with --host"
                    + " and the name you used.");
        }
        return Optional.empty();
    }

    /// An address cannot be rebound: a browser that was given it asked for this very computer.
    private boolean isOurs(String name, String ownAddress) {
        boolean isOwnAddress = name.equals(ownAddress) || name.equals("[" + ownAddress + "]");
        return transport.names().contains(name) || (!transport.isLocal() && isOwnAddress);
    }

    private static boolean isLoopback(String peerAddress) {
        try {
            return InetAddress.ofLiteral(peerAddress).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// The name in a `Host` header, in lower case and without its port.
    static String nameIn(String hostHeader) {
        int portAt = hostHeader.lastIndexOf(':');
        boolean hasPort = portAt > hostHeader.lastIndexOf(']') && portAt >= 0;
        return (hasPort ? hostHeader.substring(0, portAt) : hostHeader).toLowerCase(Locale.ROOT);
    }
}
