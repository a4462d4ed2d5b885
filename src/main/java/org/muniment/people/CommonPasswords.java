package org.muniment.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// This is the list of passwords that were found most often in what was stolen elsewhere (30,000, from zxcvbn, MIT
/// licence), asked without a network. A password is common too if it is one of them repeated, or with digits and signs
/// around it, or with digits for letters.
final class CommonPasswords {
    private static final int CORE_LENGTH_MIN = 4;
    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords shipped() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
            return new CommonPasswords(lines.lines().collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean hold(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return isMadeOfOne(lower) || isMadeOfOne(unmasked(lower)) || isRun(lower);
    }

    private boolean isMadeOfOne(String text) {
        if (words.contains(text)) return true;
        String core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        String unit = repeated(core.isEmpty() ? text : core);
        return unit.length() <= 1 || (unit.length() >= CORE_LENGTH_MIN && words.contains(unit));
    }

    /// The shortest text of which this is a repetition; itself if of none.
    private static String repeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String unit = text.substring(0, length);
            if (text.length() % length == 0
                    && unit.repeat(text.length() / length).equals(text)) return unit;
        }
        return text;
    }

    /// Digits and signs that stand for letters, put back.
    private static String unmasked(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /// Whether every character follows the one before by the same step: abcdef…, 987654…, aaaa….
    private static boolean isRun(String text) {
        if (text.length() < 2) return true;
        int step = text.charAt(1) - text.charAt(0);
        for (int at = 2; at < text.length(); at++) {
            int next = text.charAt(at) - text.charAt(at - 1);
            boolean wraps = text.charAt(at - 1) == '9' && text.charAt(at) == '0' && step == 1;
            if (next != step && !wraps) return false;
        }
        return Math.abs(step) <= 1;
    }
}
