package org.muniment.singlesignon;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.access.Role;

/// This is whom to believe about who somebody is, and which of the directory's groups mean which role here.
///
/// @param issuer the provider's name, exactly as its tokens say it
/// @param address where browsers find this server, such as `https://archive.city.example`
/// @param groupClaim the claim that lists a person's groups
/// @param amrWords values of the claim `amr` (RFC 8176) that say the directory asked for two factors
/// @param acrWords values of the claim `acr` that say the same; they are also asked for
/// @param isEmailTrusted whether an address counts although the provider does not say that it verified it
record SingleSignOnSettings(
        String issuer,
        String clientId,
        String address,
        String groupClaim,
        List<GroupRole> groups,
        Set<String> amrWords,
        Set<String> acrWords,
        boolean isEmailTrusted) {
    private static final int GROUPS_MAX = 100;
    private static final int WORDS_MAX = 20;

    /// One group of the directory and the role it means here.
    record GroupRole(String group, Role role) {
        GroupRole {
            group = line("A group's name", group, 200);
        }
    }

    SingleSignOnSettings {
        issuer = Addresses.of("The issuer", issuer, 500);
        clientId = line("The client id", clientId, 200);
        address = Addresses.of("The archive's own address", address, 300);
        groupClaim = line("The name of the groups' claim", groupClaim, 100);
        groups = groups.stream()
                .distinct()
                .sorted(Comparator.comparing(GroupRole::group).thenComparing(GroupRole::role))
                .toList();
        amrWords = words(amrWords);
        acrWords = words(acrWords);
        if (groups.size() > GROUPS_MAX) throw new SettingIsNotUsable("At most " + GROUPS_MAX + " groups have a role.");
        if (!URI.create(address).getPath().replace("/", "").isEmpty())
            throw new SettingIsNotUsable("The archive's own address ends after its name and port, such as"
                    + " https://archive.city.example.");
    }

    /// Where the provider sends the browser back to, letter by letter as it is registered there: a
    /// page, which then asks for the session.
    URI returnAddress() {
        return URI.create(address).resolve("/sign-in/single-sign-on");
    }

    Set<Role> rolesOf(Collection<String> groupNames) {
        return groups.stream()
                .filter(each -> groupNames.contains(each.group()))
                .map(GroupRole::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the directory's own words say that it asked for two factors. Without any such word set, it never does.
    boolean saysTwoFactors(Collection<String> amr, String acr) {
        return amr.stream().anyMatch(amrWords::contains) || acrWords.contains(acr);
    }

    boolean isSameClient(SingleSignOnSettings other) {
        return issuer.equals(other.issuer) && clientId.equals(other.clientId);
    }

    static String line(String what, String text, int lengthMax) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > lengthMax || line.chars().anyMatch(Character::isISOControl))
            throw new SettingIsNotUsable(what + " is one line of 1 to " + lengthMax + " characters.");
        return line;
    }

    private static Set<String> words(Set<String> given) {
        Set<String> words = given.stream()
                .flatMap(each -> Stream.of(each.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (words.size() > WORDS_MAX || String.join(" ", words).length() > 1000)
            throw new SettingIsNotUsable(
                    "At most " + WORDS_MAX + " words, 1,000 characters together, say two factors.");
        return words;
    }
}
