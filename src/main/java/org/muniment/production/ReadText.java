package org.muniment.production;

import java.text.Normalizer;

/// This is how text drawn and text read back are compared: without white space, in compatibility form (NFKC), so that
/// a ligature, a wide letter or an Arabic presentation form is the letters it stands for.
final class ReadText {
    private ReadText() {}

    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{IsWhite_Space}\\u200B\\u00AD]+", "");
    }
}
