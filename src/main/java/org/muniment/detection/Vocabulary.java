package org.muniment.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words the rules know, read from `vocabulary.txt`: sections `[name]`, then one phrase a line.
final class Vocabulary {
    private static final Map<String, List<String>> SECTIONS = read();

    private Vocabulary() {}

    /// The phrases of a section, in lower case.
    static List<String> phrases(String section) {
        List<String> phrases = SECTIONS.get(section);
        if (phrases == null) throw new IllegalStateException("vocabulary.txt has no section " + section);
        return phrases;
    }

    static Set<String> words(String section) {
        return Set.copyOf(phrases(section));
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            if (in == null) throw new IllegalStateException("vocabulary.txt is not part of this program");
            Map<String, List<String>> sections = new HashMap<>();
            String section = "";
            for (String line : lines(in)) {
                if (line.startsWith("[")) section = line.substring(1, line.length() - 1);
                else
                    sections.computeIfAbsent(section, first -> new ArrayList<>())
                            .add(line);
            }
            return Map.copyOf(sections);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toList());
    }
}
