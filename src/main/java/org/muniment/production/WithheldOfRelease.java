package org.muniment.production;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// This is what one release withholds, as much of it as is needed to find it where it must not be.
final class WithheldOfRelease {
    private static final int BEGINNING_CHARACTERS = 200;

    private final Set<String> beginnings = new LinkedHashSet<>();
    private final WithheldWords words = new WithheldWords();

    void add(String text) {
        beginnings.add(text.substring(0, Math.min(text.length(), BEGINNING_CHARACTERS)));
        words.add(text);
    }

    boolean isNone() {
        return beginnings.isEmpty();
    }

    /// Enough to know each text by, and no more than that is kept of it.
    Set<String> beginnings() {
        return Collections.unmodifiableSet(beginnings);
    }

    /// Whether a query, in its words or as it stands, says what was withheld.
    boolean isToldBy(String query, WithheldSearch search) {
        return words.areIn(query) || search.finds(PdfObjects.latin(query.getBytes(StandardCharsets.UTF_8)));
    }
}
