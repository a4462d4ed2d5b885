package org.muniment.singlesignon;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.muniment.access.Role;

/// This is what the operator wrote into `single-sign-on.properties` of the data folder: whom to believe about who
/// somebody is, and which of the directory's groups mean which role here.
///
/// @param issuer the provider's name, exactly as its tokens say it
/// @param secret what this server proves itself with to the provider; kept in a file of its own
/// @param address where browsers find this server, such as `https://archive.city.example`
/// @param groupClaim the claim that lists a person's groups
/// @param groups by role, the group that means it; a role named here is given and taken by the directory alone
/// @param isEmailTrusted whether an address counts although the provider does not say that it verified it
record SingleSignOnSettings(
        URI issuer,
        String clientId,
        String secret,
        URI address,
        String groupClaim,
        Map<Role, String> groups,
        boolean isEmailTrusted) {
    static final String FILE = "single-sign-on.properties";
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    SingleSignOnSettings {
        groups = Map.copyOf(groups);
        refuseUnlessSafe("issuer", issuer);
        refuseUnlessSafe("address", address);
    }

    /// Nothing if there is no such file: then there is no single sign-on.
    static Optional<SingleSignOnSettings> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        Properties written = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            written.load(text);
        }
        return Optional.of(new SingleSignOnSettings(
                addressIn(written, "issuer"),
                required(written, "client-id"),
                secretIn(folder.resolve(required(written, "client-secret-file"))),
                addressIn(written, "address"),
                written.getProperty("group-claim", "groups"),
                groupsIn(written),
                written.getProperty("trust-unverified-email", "no").equals("yes")));
    }

    /// Where the provider sends the browser back to: the page, which then asks for the session.
    URI returnAddress() {
        return address.resolve("/sign-in/single-sign-on");
    }

    private static String required(Properties written, String key) {
        String value = written.getProperty(key, "").strip();
        if (value.isEmpty()) throw new SingleSignOnIsMisconfigured("it has no line `" + key + "=…`");
        return value;
    }

    private static URI addressIn(Properties written, String key) {
        try {
            return URI.create(required(written, key));
        } catch (IllegalArgumentException noAddress) {
            throw new SingleSignOnIsMisconfigured(key + " is not an address");
        }
    }

    private static String secretIn(Path file) throws IOException {
        if (!Files.isReadable(file)) throw new SingleSignOnIsMisconfigured("the client-secret-file cannot be read");
        return Files.readString(file).strip();
    }

    private static Map<Role, String> groupsIn(Properties written) {
        Map<Role, String> groups = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String group = written.getProperty("role." + role, "").strip();
            if (!group.isEmpty()) groups.put(role, group);
        }
        return groups;
    }

    private static void refuseUnlessSafe(String key, URI address) {
        boolean isHere = "http".equals(address.getScheme())
                && address.getHost() != null
                && THIS_COMPUTER.contains(address.getHost());
        if (!isHere && !"https".equals(address.getScheme()))
            throw new SingleSignOnIsMisconfigured(key + " must begin with https://");
    }
}
