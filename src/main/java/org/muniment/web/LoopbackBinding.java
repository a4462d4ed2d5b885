package org.muniment.web;

import java.net.InetAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// This is what keeps the page off the network: whatever the configuration says, the server listens on 127.0.0.1 alone.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class LoopbackBinding implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    }
}
