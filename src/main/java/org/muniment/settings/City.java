package org.muniment.settings;

import java.time.ZoneId;
import java.util.Optional;

/// This is the city whose archive it is, as its pages name it.
///
/// @param name at most 120 characters; absent until the city says it
/// @param seal the hash of its picture, SHA-256 in hex; absent if it has none
/// @param timeZone in which days begin and end here; absent: that of the server's computer
public record City(Optional<String> name, Optional<String> seal, Optional<ZoneId> timeZone) {
    static final int NAME_LENGTH_MAX = 120;

    public City {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        if (name.isPresent() && !isPlain(name.get()))
            throw new SettingIsUnusable(
                    "The city's name is at most 120 characters on one line. Shorten it, or leave it empty.");
    }

    private static boolean isPlain(String name) {
        return name.length() <= NAME_LENGTH_MAX && name.chars().noneMatch(Character::isISOControl);
    }

    /// Returns the name to show: the city's own, or words that stand until it has one.
    public String shownName() {
        return name.orElse("Your city");
    }

    /// Returns where the page finds the seal; a new picture has a new address, so a copy never goes stale.
    public Optional<String> sealAddress() {
        return seal.map(hash -> "/api/settings/seal?v=" + hash.substring(0, 16));
    }
}
