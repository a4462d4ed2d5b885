package org.muniment.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This makes texts with labelled personal data out of `letters.txt`, the same for the same seed. Nobody in it exists.
final class InventedLetters {
    static final long SEED = 20_261_123;
    private static final Pattern BLANK = Pattern.compile("\\{(!?)([a-z-]+)}");

    private InventedLetters() {}

    /// Every line so many times, with other values each time.
    static List<LabelledText> written(int times) {
        Random random = new Random(SEED);
        List<LabelledText> texts = new ArrayList<>();
        for (String line : lines()) for (int i = 0; i < times; i++) texts.add(fill(line, new InventedValues(random)));
        return texts;
    }

    private static LabelledText fill(String line, InventedValues values) {
        StringBuilder text = new StringBuilder();
        List<LabelledText.Place> places = new ArrayList<>();
        Matcher blank = BLANK.matcher(line);
        int at = 0;
        while (blank.find()) {
            text.append(line, at, blank.start());
            int from = text.length();
            text.append(values.of(blank.group(2)));
            if (blank.group(1).isEmpty())
                places.add(new LabelledText.Place(InventedValues.kind(blank.group(2)), from, text.length()));
            at = blank.end();
        }
        return new LabelledText(text.append(line.substring(at)).toString(), places);
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(InventedLetters.class.getResourceAsStream("letters.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace("\\n", "\n"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
