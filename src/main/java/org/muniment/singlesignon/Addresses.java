package org.muniment.singlesignon;

import java.net.URI;
import java.util.Set;

/// This is what an address must be before this server asks anything of it or sends a browser there.
final class Addresses {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /// The address as it was written, if it is an absolute one with a host and nothing behind its path. Throws
    /// [SettingIsNotUsable].
    static String of(String what, String text, int lengthMax) {
        String line = SingleSignOnSettings.line(what, text, lengthMax);
        try {
            URI address = URI.create(line);
            boolean isPlain = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
            if (isPlain && (isEncrypted(address) || isPlainHere(address))) return line;
        } catch (IllegalArgumentException noAddress) {
            throw new SettingIsNotUsable(what + " is an address that begins with https://.");
        }
        throw new SettingIsNotUsable(
                what + " is an address that begins with https://, names a host, and has no ? and no # in it.");
    }

    static boolean isEncrypted(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    /// Plain HTTP to this very computer: for a demonstration or a test, never over a network.
    static boolean isPlainHere(URI address) {
        return "http".equals(address.getScheme())
                && address.getHost() != null
                && THIS_COMPUTER.contains(address.getHost());
    }
}
