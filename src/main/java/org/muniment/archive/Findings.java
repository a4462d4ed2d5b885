package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a check found, a sentence each; no more than anyone would read.
final class Findings {
    private static final int COUNT_MAX = 1_000;

    private final List<String> sentences = new ArrayList<>();

    /// Part of a check; what it throws is a finding.
    interface Part {
        void run() throws IOException;
    }

    void of(Part part) {
        try {
            part.run();
        } catch (NoSuchFileException missing) {
            add(missing.getFile() + " is missing");
        } catch (UncheckedIOException away) {
            add(String.valueOf(Objects.requireNonNull(away.getCause()).getMessage()));
        } catch (IOException damage) {
            add(String.valueOf(damage.getMessage()));
        }
    }

    void add(String sentence) {
        if (sentences.size() < COUNT_MAX) sentences.add(sentence);
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
