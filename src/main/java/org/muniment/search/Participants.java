package org.muniment.search;

import java.net.IDN;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// These are people, named by address or by domain. A domain stands for its subdomains too. Upper and lower case are
/// one, and so are `ann@city.gov` and `ann+anything@city.gov` where it is `ann@city.gov` that is named.
///
/// @param addresses whole addresses
/// @param domains without `@` before them
public record Participants(Set<String> addresses, Set<String> domains) {
    public static final Participants NOBODY = new Participants(Set.of(), Set.of());

    public Participants {
        addresses = addresses.stream().map(Participants::address).collect(Collectors.toUnmodifiableSet());
        domains = domains.stream().map(Participants::domain).collect(Collectors.toUnmodifiableSet());
    }

    /// Whoever is in one or the other.
    public Participants and(Participants others) {
        return new Participants(both(addresses, others.addresses), both(domains, others.domains));
    }

    public boolean isNobody() {
        return addresses.isEmpty() && domains.isEmpty();
    }

    /// What the index knows them by.
    Collection<String> terms() {
        return Stream.concat(addresses.stream(), domains.stream().map(domain -> "@" + domain))
                .toList();
    }

    static String address(String address) {
        String folded = Literals.address(address);
        int at = folded.lastIndexOf('@');
        return at < 0 ? folded : folded.substring(0, at + 1) + domain(folded.substring(at + 1));
    }

    /// One form of a domain: lower case, no final dot, other scripts as IDNA writes them (RFC 5891).
    static String domain(String domain) {
        String folded = domain.strip().toLowerCase(Locale.ROOT);
        if (folded.startsWith("@")) folded = folded.substring(1);
        if (folded.endsWith(".")) folded = folded.substring(0, folded.length() - 1);
        if (folded.chars().allMatch(c -> c < 128)) return folded;
        try {
            return IDN.toASCII(folded, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomainName) {
            return folded;
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
