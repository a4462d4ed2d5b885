package org.muniment.demo;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everybody in `people.txt`, by key and by group.
final class Townsfolk {
    private final Map<String, Citizen> byKey = new LinkedHashMap<>();

    static Townsfolk read() {
        var townsfolk = new Townsfolk();
        for (String line : StoryBook.lines("people.txt")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] cells = line.split("\\|", -1);
            String name = cells[1].strip();
            String address = cells.length > 3 ? cells[3].strip() : addressOf(name);
            var citizen = new Citizen(cells[0].strip(), name, cells[2].strip(), address);
            townsfolk.byKey.put(citizen.key(), citizen);
        }
        return townsfolk;
    }

    /// Returns whoever has this key; a bare address is somebody too, such as a list.
    Citizen named(String key) {
        if (key.contains("@")) return new Citizen("list." + key, key.substring(0, key.indexOf('@')), "list", key);
        return Optional.ofNullable(byKey.get(key)).orElseThrow(() -> new IllegalStateException("nobody is " + key));
    }

    List<Citizen> all() {
        return List.copyOf(byKey.values());
    }

    /// Those of a group who write for themselves.
    List<Citizen> group(String group) {
        return byKey.values().stream()
                .filter(citizen ->
                        citizen.group().equals(group) && !citizen.key().endsWith(".desk"))
                .toList();
    }

    private static String addressOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z ]", "");
        String[] words = plain.toLowerCase(Locale.ROOT).split(" ", -1);
        return words[words.length - 2] + "." + words[words.length - 1] + "@" + Citizen.CITY;
    }
}
