package org.muniment.web;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// This is how the page is reached: on which address and ports, and by which names.
///
/// @param address the server listens on it and on no other
/// @param https the port of the page over TLS; empty for a demonstration, which speaks plain HTTP on loopback
/// @param http the port that leads to HTTPS and gives nothing else; without HTTPS, the page's own
/// @param names host names the city gave the archive, beside those of this computer
public record Transport(InetAddress address, OptionalInt https, int http, Set<String> names) {
    private static final List<String> NAMES_HERE = List.of("localhost", "127.0.0.1", "[::1]");

    public Transport {
        if (https.isEmpty() && !address.isLoopbackAddress())
            throw new IllegalArgumentException("plain HTTP does not leave this computer");
        for (String name : names) {
            if (!name.matches("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?"))
                throw new IllegalArgumentException("not a host name: " + name);
        }
        Set<String> known = new LinkedHashSet<>(NAMES_HERE);
        names.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        names = Set.copyOf(known);
    }

    public static Transport plainOnLoopback(int http) {
        return new Transport(InetAddress.ofLiteral("127.0.0.1"), OptionalInt.empty(), http, Set.of());
    }

    boolean isEncrypted() {
        return https.isPresent();
    }

    boolean isLocal() {
        return address.isLoopbackAddress();
    }
}
