package org.muniment;

import java.net.InetAddress;
import org.muniment.operator.DataFolder;
import org.muniment.web.Transport;
import org.springframework.context.ConfigurableApplicationContext;

/// What `serve` prints once everything answers: where to go.
final class Greeting {
    private Greeting() {}

    static String of(DataFolder folder, Transport transport, ConfigurableApplicationContext server) {
        String page = (transport.https().isPresent() ? "https://" : "http://") + host(transport.address()) + ":"
                + server.getEnvironment().getProperty("local.server.port");
        Doors doors = server.getBean(Doors.class);
        return "Muniment is running on %s%n  web page  %s%n  journal   smtp://%s:%d%n%s Stop it with Ctrl-C.%n"
                .formatted(folder.path(), page, host(doors.address()), doors.port(), reach(transport));
    }

    private static String reach(Transport transport) {
        return transport.address().isLoopbackAddress()
                ? "The page answers this computer only."
                : "The page answers the network, to people who sign in.";
    }

    private static String host(InetAddress address) {
        if (address.isLoopbackAddress()) return "localhost";
        if (address.isAnyLocalAddress()) return "<this computer's name>";
        String literal = address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }
}
