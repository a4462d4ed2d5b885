package org.muniment.message;

import java.util.Random;

/// This makes words: canaries, and plain ones around them.
final class GeneratedWords {
    private static final String LETTERS = "bcdfghjklmnpqrtvwxz";
    private static final String[] PLAIN = {
        "budget",
        "meeting",
        "the",
        "council",
        "of",
        "river",
        "permit",
        "street",
        "on",
        "Tuesday",
        "draft",
        "review",
        "and",
        "please",
        "attached",
        "water",
        "invoice",
        "parcel",
        "schedule",
        "from",
        "office",
        "hearing",
        "vote",
        "minutes"
    };

    private GeneratedWords() {}

    /// Twelve letters that begin and end like no word does.
    static String canary(Random random) {
        StringBuilder word = new StringBuilder("zq");
        for (int i = 0; i < 9; i++) word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return word.append('x').toString();
    }

    static String plain(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) text.append(i == 0 ? "" : " ").append(PLAIN[random.nextInt(PLAIN.length)]);
        return text.toString();
    }

    static String lines(Random random, String lineEnd, int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++)
            text.append(plain(random, 3 + random.nextInt(9))).append('.').append(lineEnd);
        return text.toString();
    }
}
