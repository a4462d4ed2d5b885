package org.muniment.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// This is a part of a message that a query can be restricted to. `ANY` is what a word without a field looks in.
enum SearchField {
    ANY(Kind.TEXT),
    FROM(Kind.PEOPLE),
    TO(Kind.PEOPLE),
    CC(Kind.PEOPLE),
    BCC(Kind.PEOPLE),
    RECIPIENT(Kind.PEOPLE),
    SUBJECT(Kind.TEXT),
    BODY(Kind.TEXT),
    ATTACHMENT(Kind.TEXT),
    MESSAGEID(Kind.LITERAL),
    SOURCE(Kind.LITERAL),
    SENT(Kind.DATE),
    CAPTURED(Kind.DATE);

    enum Kind {
        TEXT,
        PEOPLE,
        LITERAL,
        DATE
    }

    private final Kind kind;

    SearchField(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /// How the field is written in a query and named in the index.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The prefix that restricts a clause to this field: empty for `ANY`.
    String prefix() {
        return this == ANY ? "" : word() + ":";
    }

    static Optional<SearchField> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field != ANY && field.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String list() {
        return Arrays.stream(values())
                .filter(field -> field != ANY)
                .map(SearchField::word)
                .collect(Collectors.joining(", "));
    }

    /// The field whose name takes the fewest edits to reach, if three in four letters are right.
    static Optional<SearchField> nearest(String word) {
        var typed = word.toLowerCase(Locale.ROOT);
        SearchField best = ANY;
        int fewest = Integer.MAX_VALUE;
        for (var field : values()) {
            int edits = field == ANY ? Integer.MAX_VALUE : edits(typed, field.word());
            if (edits < fewest) {
                fewest = edits;
                best = field;
            }
        }
        return fewest <= Math.max(1, best.word().length() / 3) ? Optional.of(best) : Optional.empty();
    }

    private static int edits(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
