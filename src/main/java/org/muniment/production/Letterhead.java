package org.muniment.production;

import java.util.List;

/// This is what stands at the head of a paper's first page: the city's seal and name, and lines below the name (office,
/// address).
public record Letterhead(String city, List<String> lines, Seal seal) {
    /// For a paper that is not on the city's own sheet.
    public static final Letterhead NONE = new Letterhead("", List.of());

    public Letterhead {
        lines = List.copyOf(lines);
    }

    public Letterhead(String city, List<String> lines) {
        this(city, lines, Seal.NONE);
    }

    boolean isBlank() {
        return city.isBlank() && lines.isEmpty() && seal.isNone();
    }
}
