package org.muniment.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayableTextTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            `a\\r\\nb\\rc\\u2028d`   ~ `a\\nb\\nc\\nd`
            `ab\\tc\\td`             ~ `ab      c       d`
            `a\\u00a0b\\u3000c`      ~ `a b c`
            `a\\u00ad\\u200b\\u200d\\ufeff\\ufe0fb`  ~ `ab`
            `e\\u0301`               ~ `\\u00e9`
            `\\u202egnp\\u202c`      ~ `[U+202E]gnp[U+202C]`
            `\\u0000\\u0007\\u001b[8m`~ `[U+0000][U+0007][U+001B][8m`
            `\\ud800x`               ~ `[U+D800]x`
            `\\ue000\\ufffc\\uffff`  ~ `[U+E000][U+FFFC][U+FFFF]`
            """)
    void nothingInvisibleComesThrough(String raw, String shown) {
        assertThat(DisplayableText.of(unescaped(raw))).isEqualTo(unescaped(shown));
    }

    @Test
    void tagCharactersCannotCarryHiddenText() {
        String hidden =
                "hidden".chars().mapToObj(c -> Character.toString(0xE0000 + c)).reduce("", String::concat);
        assertThat(DisplayableText.of("flag" + hidden)).isEqualTo("flag");
    }

    @Test
    void whatIsDisplayableStaysAsItIs() {
        long seed = 4;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = DisplayableText.of(AnyText.of(random));
            assertThat(DisplayableText.of(text))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(text);
        }
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = DisplayableText.of(Character.toString(codePoint));
            if (!DisplayableText.isDisplayable(text)) throw new AssertionError(Integer.toHexString(codePoint));
        }
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (!text.startsWith("\\u", at)) result.append(text.charAt(at));
            else {
                result.append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                at += 5;
            }
        }
        return result.toString().translateEscapes();
    }
}
