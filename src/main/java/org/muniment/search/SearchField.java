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

    /// The field whose name takes the fewest edits to reach, if most of its letters are right.
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

    /// Letters added, left out, replaced or exchanged with their neighbour (optimal string alignment).
    private static int edits(String a, String b) {
        var edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
            }
        }
        return edits[a.length()][b.length()];
    }
}
