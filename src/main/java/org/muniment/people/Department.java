package org.muniment.people;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// This is a part of the city's government, known by the addresses and domains its mail has.
///
/// @param addresses each a whole address (`clerk@city.example`) or a domain (`police.city.example`, which stands for
/// every address of exactly that domain); lower case, sorted
public record Department(long id, String name, List<String> addresses) {
    private static final int NAME_LENGTH_MAX = 100;
    private static final int ADDRESSES_MAX = 1_000;
    private static final Pattern ADDRESS_OR_DOMAIN =
            Pattern.compile("(?:[^\\s@<>,;\"]{1,64}@)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    public Department {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX)
            throw new EntryIsWrong("Give the department a name of 1 to " + NAME_LENGTH_MAX + " characters.");
        addresses = addresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .map(Department::checked)
                .distinct()
                .sorted()
                .toList();
        if (addresses.isEmpty())
            throw new EntryIsWrong("Name at least one address or domain: without one, nobody limited to this"
                    + " department would ever find a message.");
        if (addresses.size() > ADDRESSES_MAX)
            throw new EntryIsWrong("A department takes at most 1,000 addresses. Use its domain instead.");
    }

    private static String checked(String address) {
        if (address.length() <= 254 && ADDRESS_OR_DOMAIN.matcher(address).matches()) return address;
        throw new EntryIsWrong("“" + (address.length() > 80 ? address.substring(0, 80) + "…" : address)
                + "” is neither an address, such as clerk@city.example, nor a domain, such as police.city.example.");
    }
}
