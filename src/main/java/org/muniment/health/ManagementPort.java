package org.muniment.health;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/// This is the wall of the management port: health and metrics, to programs of this computer, and nothing else. It is
/// named in `ManagementContextConfiguration.imports` and, having no annotation, is no part of the page's own context.
class ManagementPort {
    private static final Pattern OPEN = Pattern.compile("/actuator/(?:prometheus|health(?:/(?:liveness|readiness))?)");
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

    @Bean
    FilterRegistrationBean<Filter> managementWall() {
        Filter wall = (request, response, chain) -> {
            var asked = (HttpServletRequest) request;
            boolean isReading =
                    asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD");
            // The name keeps other sites' pages out that a browser here shows (DNS rebinding).
            if (isReading && NAMES.contains(asked.getServerName()) && isOpen(asked)) chain.doFilter(request, response);
            else ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        };
        var everywhere = new FilterRegistrationBean<>(wall);
        everywhere.setOrder(Integer.MIN_VALUE);
        return everywhere;
    }

    private static boolean isOpen(HttpServletRequest asked) {
        return OPEN.matcher(asked.getRequestURI()).matches();
    }
}
