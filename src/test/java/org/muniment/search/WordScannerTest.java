package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordScannerTest {
    private static final long SEED = 1_787;

    @Test
    void caseAndAccentsAreSetAside() {
        assertThat(WordScanner.words("Résumé NAÏVE Straße ﬁle İstanbul Ǆ"))
                .containsExactly("resume", "naive", "strasse", "file", "istanbul", "dz");
        assertThat(WordScanner.words("مَرحبا Київ")).containsExactly("مرحبا", "киів");
    }

    @Test
    void anApostropheInsideAWordIsDropped() {
        assertThat(WordScanner.words("O'Brien's city’s 'quoted' rock 'n' roll"))
                .containsExactly("obriens", "citys", "quoted", "rock", "n", "roll");
    }

    @Test
    void invisibleCharactersDoNotDivideAWord() {
        assertThat(WordScanner.words("bud\u00ADget wa\u200Dter")).containsExactly("budget", "water");
    }

    @Test
    void scriptsWithoutSpacesAreTakenByCharacter() {
        assertThat(WordScanner.words("漢字mail会議")).containsExactly("漢", "字", "mail", "会", "議");
        assertThat(WordScanner.words("ไทย")).containsExactly("ไ", "ท", "ย");
    }

    @Test
    void punctuationDivides() {
        assertThat(WordScanner.words("a.b@c-d_e/3,5\u00A0f")).containsExactly("a", "b", "c", "d", "e", "3", "5", "f");
        assertThat(WordScanner.words(" -- \t…")).isEmpty();
    }

    @Test
    void aLongRunGoesOnAsFurtherWords() {
        var run = "x".repeat(64 + 10);
        assertThat(WordScanner.words(run)).containsExactly("x".repeat(64), "x".repeat(10));
    }

    @Test
    void aScannedWordScansToItself() {
        var random = new Random(SEED);
        for (int i = 0; i < 40_000; i++) {
            var text = new StringBuilder();
            for (int j = 1 + random.nextInt(4); j > 0; j--) text.appendCodePoint(codePoint(random));
            for (var word : WordScanner.words(text.toString()))
                assertThat(WordScanner.words(word))
                        .as("seed %d: %s", SEED, text)
                        .isEqualTo(List.of(word));
        }
    }

    private static int codePoint(Random random) {
        int codePoint = random.nextInt(random.nextBoolean() ? 0x3000 : 0x20000);
        return codePoint >= 0xD800 && codePoint < 0xE000 ? 'a' : codePoint;
    }
}
