package org.muniment.web;

import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// This is what the server listens on: whatever the configuration files say, the address and the ports of [Transport]
/// alone; without one, 127.0.0.1. What comes to the plain port is led to HTTPS by [HttpsRedirect].
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Binding implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int LEADING_THREADS_MAX = 8;

    private final ObjectProvider<Transport> transport;

    Binding(ObjectProvider<Transport> transport) {
        this.transport = transport;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Transport given = transport.getIfAvailable();
        factory.setAddress((given == null ? Transport.plainOnLoopback(0) : given).address());
        if (given == null) return;
        factory.setPort(given.https().orElse(given.http()));
        if (given.isEncrypted()) {
            Ssl tls = Ssl.forBundle(HttpsCertificate.BUNDLE);
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(tls);
            factory.addAdditionalConnectors(plainDoor(given));
        }
    }

    private static Connector plainDoor(Transport transport) {
        Connector door = new Connector("HTTP/1.1");
        door.setPort(transport.http());
        door.setProperty("address", transport.address().getHostAddress());
        door.setProperty("maxThreads", String.valueOf(LEADING_THREADS_MAX));
        door.setProperty("minSpareThreads", "1");
        return door;
    }
}
