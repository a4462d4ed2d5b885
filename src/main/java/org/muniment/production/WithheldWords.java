package org.muniment.production;

import com.ibm.icu.text.Normalizer2;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of everything withheld in a release, each once, and whether a query has one of them: a query with a
/// withheld name in it, however short, says who the release is about. In doubt the answer is yes.
final class WithheldWords {
    private static final int WORDS_MAX = 1_000_000;
    private static final int LETTERS_MIN = 3;
    private static final int ASCII_MAX = 127;
    private static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern OPERATOR =
            Pattern.compile("\\b(?:AND|OR|NOT)\\b|\\b(?:from|to|cc|bcc|recipient|subject|body|attachment|messageid"
                    + "|source|sent|captured):");

    private final Set<String> words = new HashSet<>();

    void add(String withheld) {
        if (words.size() <= WORDS_MAX) collect(withheld, words);
    }

    boolean areIn(String query) {
        if (words.size() > WORDS_MAX) return true;
        Set<String> asked = new HashSet<>();
        collect(OPERATOR.matcher(query).replaceAll(" "), asked);
        return asked.stream().anyMatch(this::tellsOne);
    }

    private boolean tellsOne(String asked) {
        return words.contains(asked) || words.stream().anyMatch(word -> isAlike(word, asked));
    }

    /// One within the other, or with another ending: a query finds words by their stems.
    private static boolean isAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        boolean isAscii = one.charAt(0) <= ASCII_MAX && other.charAt(0) <= ASCII_MAX;
        if (isAscii && shorter < LETTERS_MIN) return false;
        if (one.contains(other) || other.contains(one)) return true;
        return shorter > LETTERS_MIN && one.regionMatches(0, other, 0, shorter - 1);
    }

    private static void collect(String text, Set<String> words) {
        WORD.matcher(CASELESS.normalize(text)).results().forEach(found -> words.add(found.group()));
    }
}
