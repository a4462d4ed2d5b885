package org.muniment.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muniment.access.Purpose;

/// Reads `--purpose "MATTER 2026-CV-104"`: the kind, then the reference.
final class StatedPurpose {
    private StatedPurpose() {}

    static Purpose in(String text) {
        String[] words = text.strip().split("\\s+", 2);
        String kind = words[0].toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Purpose.Kind.values())
                .filter(known -> known.name().equals(kind) && words.length == 2)
                .findAny()
                .map(known -> purpose(known, words[1]))
                .orElseThrow(PurposeIsNeeded::new);
    }

    private static Purpose purpose(Purpose.Kind kind, String reference) {
        try {
            return new Purpose(kind, reference);
        } catch (IllegalArgumentException tooLong) {
            throw new PurposeIsNeeded();
        }
    }

    static String kinds() {
        return Arrays.stream(Purpose.Kind.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
