package org.muniment.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// This is the memory of one indexing thread for words it has seen, with their bytes and stems, since most words of a
/// message were in the one before. It forgets everything between two messages when it has grown large, never within
/// one.
final class WordTable {
    private static final int WORDS_MAX = 48_000;

    /// One word as it is written, and its stem.
    static final class Word {
        final BytesRef exact;
        final Stem stem;
        private final char[] text;

        private Word(String text, Stem stem) {
            this.text = text.toCharArray();
            this.exact = new BytesRef(text);
            this.stem = stem;
        }
    }

    /// The stem that the forms of a word share; `seenIn` is the last list it was put in, by number.
    static final class Stem {
        final BytesRef bytes;
        int seenIn;

        Stem(String text) {
            bytes = new BytesRef(text);
        }
    }

    private final Stemmer stemmer = new Stemmer();
    private final Map<String, Stem> stems = new HashMap<>();
    private @Nullable Word[] slots = new @Nullable Word[1 << 17];
    private int size;

    /// To be called between messages.
    void beginMessage() {
        if (size < WORDS_MAX) return;
        slots = new @Nullable Word[1 << 17];
        stems.clear();
        size = 0;
    }

    Word word(char[] buffer, int length) {
        int slot = slot(buffer, length);
        for (var word = slots[slot]; word != null; word = slots[slot]) {
            if (Arrays.equals(word.text, 0, word.text.length, buffer, 0, length)) return word;
            slot = (slot + 1) & (slots.length - 1);
        }
        var text = new String(buffer, 0, length);
        var word = new Word(text, stems.computeIfAbsent(stemmer.stem(text), Stem::new));
        slots[slot] = word;
        if (++size > slots.length / 2) grow();
        return word;
    }

    private void grow() {
        var old = slots;
        slots = new @Nullable Word[old.length * 2];
        for (var word : old) {
            if (word == null) continue;
            int slot = slot(word.text, word.text.length);
            while (slots[slot] != null) slot = (slot + 1) & (slots.length - 1);
            slots[slot] = word;
        }
    }

    private int slot(char[] buffer, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) hash = 31 * hash + buffer[i];
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }
}
