package org.muniment.operator;

/// Lines for a terminal, broken between words, each as far in as its first.
final class WrappedText {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    /// Breaks the words into lines that begin after `indent`; the first begins with `head`, which is as long.
    void words(String head, String words) {
        String indent = " ".repeat(head.length());
        var line = new StringBuilder(head);
        boolean empty = true;
        for (String word : words.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            if (!empty) line.append(' ');
            line.append(word);
            empty = false;
        }
        line(line.toString().stripTrailing());
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
