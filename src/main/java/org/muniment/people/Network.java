package org.muniment.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// This is the network that an address is of: one household, office or provider's customer, who has many addresses to
/// choose from. An IPv4 address without its last byte; half of an IPv6 address.
record Network(String prefix) {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 8;

    static Network of(String address) {
        InetAddress literal = InetAddress.ofLiteral(address);
        int kept = literal instanceof Inet6Address ? IPV6_BYTES : IPV4_BYTES;
        return new Network(HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), kept)));
    }
}
