package org.muniment.detection;

import java.util.Optional;

/// Digits as they are written: in groups of these lengths, with one and the same separator between them (`0` if there
/// is only one group). It ends with token `lastToken`.
record WrittenNumber(String digits, int from, int to, int lastToken, char separator) {
    private static final String SEPARATORS = "-. ";

    /// What begins at this token in exactly these groups and stands for itself.
    static Optional<WrittenNumber> at(Tokens tokens, int token, int... groups) {
        int last = token + groups.length - 1;
        if (last >= tokens.count()) return Optional.empty();
        char separator = 0;
        StringBuilder digits = new StringBuilder();
        for (int group = 0; group < groups.length; group++) {
            int at = token + group;
            if (!tokens.isNumber(at) || tokens.length(at) != groups[group]) return Optional.empty();
            digits.append(tokens.at(at));
            if (at == last) break;
            String gap = joined(tokens.gapAfter(at));
            if (gap.length() != 1 || SEPARATORS.indexOf(gap.charAt(0)) < 0) return Optional.empty();
            if (group > 0 && gap.charAt(0) != separator) return Optional.empty();
            separator = gap.charAt(0);
        }
        int from = tokens.from(token);
        int to = tokens.to(last);
        if (!tokens.isFree(from, to)) return Optional.empty();
        return Optional.of(new WrittenNumber(digits.toString(), from, to, last, separator));
    }

    /// A number may be broken at the end of a line.
    private static String joined(String gap) {
        return gap.equals("\n") ? " " : gap.replace("\n", "");
    }

    boolean isInGroups() {
        return separator != 0;
    }

    boolean isOneDigitRepeated() {
        return digits.chars().distinct().count() == 1;
    }

    /// The digits from the one to before the other, as a number.
    int part(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
