package org.muniment.deadline;

import java.util.List;

/// Refusal: no office of that name is known.
public final class NoSuchOffice extends RuntimeException {
    NoSuchOffice(String asked, List<String> known) {
        super("There is no office \"%s\" here. %s"
                .formatted(
                        asked,
                        known.isEmpty()
                                ? "No office is known in this jurisdiction: leave it out."
                                : "Known: " + String.join(", ", known) + "."));
    }
}
