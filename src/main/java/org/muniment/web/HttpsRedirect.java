package org.muniment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// This is all that the plain port does: it names the same address over HTTPS (308, RFC 9110 §15.4.9). The name it
/// repeats was approved by [HostGuard].
@Component
@Order(Filters.REDIRECT)
final class HttpsRedirect extends OncePerRequestFilter {
    private final ObjectProvider<Transport> transport;
    private final Environment environment;

    HttpsRedirect(ObjectProvider<Transport> transport, Environment environment) {
        this.transport = transport;
        this.environment = environment;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Transport given = transport.getIfAvailable();
        if (given == null || !given.isEncrypted() || request.isSecure()) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                "https://" + HostGuard.nameIn(request.getHeader("Host")) + port() + request.getRequestURI()
                        + (query == null ? "" : "?" + query));
    }

    private String port() {
        String port = environment.getRequiredProperty("local.server.port");
        return port.equals("443") ? "" : ":" + port;
    }
}
