package org.muniment.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// This is what a search of this archive does not reach, in the words of `not-searched.txt`, a sentence a line.
final class NotSearched {
    private static final String FILE = "not-searched.txt";

    private NotSearched() {}

    static List<String> lines() {
        try (InputStream text = NotSearched.class.getResourceAsStream(FILE)) {
            if (text == null) throw new IllegalStateException(FILE + " is not in the program");
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
