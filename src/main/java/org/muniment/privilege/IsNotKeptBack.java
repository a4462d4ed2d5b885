package org.muniment.privilege;

/// There is no such rule in force, release in force or message kept back.
final class IsNotKeptBack extends RuntimeException {
    IsNotKeptBack(String sentence) {
        super(sentence);
    }
}
