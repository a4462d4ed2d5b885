package org.muniment.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// This is the network that an address is of. Of IPv6, always the first half: whoever has one address there has all
/// 2^64 of that network to choose from.
public record Network(String prefix) {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 8;

    /// One household, office or provider's customer: an IPv4 address without its last byte.
    public static Network of(String address) {
        return of(address, IPV4_BYTES);
    }

    /// One asker: an IPv4 address, whole.
    public static Network ofAsker(String address) {
        return of(address, IPV4_BYTES + 1);
    }

    private static Network of(String address, int ipv4BytesKept) {
        InetAddress literal = InetAddress.ofLiteral(address);
        int kept = literal instanceof Inet6Address ? IPV6_BYTES : ipv4BytesKept;
        return new Network(HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), kept)));
    }
}
