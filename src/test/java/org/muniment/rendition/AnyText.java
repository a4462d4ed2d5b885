package org.muniment.rendition;

import java.util.List;
import java.util.random.RandomGenerator;

/// Random text as mail may hold it: many scripts, marks, controls, things no font has, long words, odd spaces.
public final class AnyText {
    private static final List<String> PIECES = List.of(
            "the minutes",
            "O’Brien",
            "ﬁnal",
            "Straße",
            "İstanbul",
            "Жалоба",
            "καλημέρα",
            "שלום עולם",
            "مرحبا بالعالم (٢٠٢٦)",
            "لا إله",
            "نَصٌّ",
            "नमस्ते",
            "ภาษาไทย",
            "中文內容",
            "日本語",
            "한국어",
            "ქართული",
            "አማርኛ",
            "😀",
            "🧿",
            "👩‍👩‍👧",
            "🏴\uDB40\uDC67\uDB40\uDC7F",
            "é",
            "á̡̢̛̗̘̙̜̝̞̟",
            "\uD842\uDFB7",
            "\uD800",
            "\u0000\u0007",
            "\u202Egnp.exe\u202C",
            "\uFEFF\u200B\u00AD",
            "\uFFFC",
            "\uE000",
            "\t",
            "\r\n",
            "\n\n",
            "\u2028",
            "\u00A0",
            "\u3000",
            "> > quoted",
            "a".repeat(300),
            "中".repeat(200),
            "([{<«»>}])",
            "https://example.gov/a/very/long/path?with=parameters&and=more%20of%20them#fragment");

    private AnyText() {}

    public static String of(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(20) == 0) text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) > 0) text.append(' ');
        }
        return text.toString();
    }
}
