package org.muniment.search;

import org.tartarus.snowball.ext.EnglishStemmer;

/// This is what makes the forms of an English word one: `permits`, `permitted` and `permit`. Words with other letters
/// or with digits stay as they are.
final class Stemmer {
    private final EnglishStemmer english = new EnglishStemmer();

    String stem(String word) {
        if (word.length() < 3 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) return word;
        english.setCurrent(word);
        english.stem();
        return english.getCurrent();
    }
}
