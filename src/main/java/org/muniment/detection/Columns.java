package org.muniment.detection;

import java.util.Arrays;

/// Which cell of the paragraph's first line stands above a token: a table's heading, if the paragraph is a table. Its
/// columns are told apart by bars, commas, or two spaces and more.
final class Columns {
    private static final int HEADING_TOKENS_MAX = 60;
    private static final int WORDS_OF_A_CELL_MAX = 3;

    private final Tokens tokens;
    private final int[] headings;
    private final int[] cells;

    private Columns(Tokens tokens) {
        this.tokens = tokens;
        headings = new int[tokens.count()];
        cells = new int[tokens.count()];
        Arrays.fill(headings, -1);
    }

    static Columns in(Tokens tokens) {
        Columns columns = new Columns(tokens);
        int at = 0;
        while (at < tokens.count()) at = columns.readParagraph(at);
        return columns;
    }

    /// The first token of the heading above; -1 if this token stands in no table, or in its heading.
    int heading(int token) {
        return headings[token];
    }

    boolean isInSameCell(int headingToken, int token) {
        return cells[headingToken] == cells[token];
    }

    int headingEnd(int headingToken) {
        return lineEnd(headingToken);
    }

    /// Returns the first token after the paragraph.
    private int readParagraph(int first) {
        int end = lineEnd(first);
        Separator separator = separator(first, end);
        int cellCount = number(first, end, separator);
        boolean isTable = separator != Separator.NONE && isHeading(first, end, cellCount);
        int at = end;
        while (at < tokens.count() && tokens.lineEndsAfter(at - 1) < 2) {
            int lineEnd = lineEnd(at);
            if (isTable && number(at, lineEnd, separator) == cellCount) Arrays.fill(headings, at, lineEnd, first);
            at = lineEnd;
        }
        return at;
    }

    /// Few words in each cell, and no numbers: prose with commas is no table.
    private boolean isHeading(int first, int end, int cellCount) {
        if (end - first > Math.min(HEADING_TOKENS_MAX, WORDS_OF_A_CELL_MAX * cellCount)) return false;
        for (int at = first; at < end; at++) if (tokens.isNumber(at)) return false;
        return true;
    }

    private int lineEnd(int token) {
        int at = token;
        while (at + 1 < tokens.count() && tokens.lineEndsAfter(at) == 0) at++;
        return at + 1;
    }

    /// Returns how many cells the line has.
    private int number(int first, int end, Separator separator) {
        int cell = 0;
        for (int at = first; at < end; at++) {
            if (at > first && isBetween(at - 1, separator)) cell++;
            cells[at] = cell;
        }
        return cell + 1;
    }

    private Separator separator(int first, int end) {
        for (Separator separator : new Separator[] {Separator.BAR, Separator.SPACES, Separator.COMMA})
            for (int at = first; at < end - 1; at++) if (isBetween(at, separator)) return separator;
        return Separator.NONE;
    }

    private boolean isBetween(int token, Separator separator) {
        int from = tokens.to(token);
        int to = Math.min(tokens.from(token + 1), from + Tokens.GAP_MAX);
        for (int at = from; at < to; at++)
            switch (separator) {
                case BAR -> {
                    if (tokens.charAt(at) == '|') return true;
                }
                case COMMA -> {
                    if (tokens.charAt(at) == ',' || tokens.charAt(at) == ';') return true;
                }
                case SPACES -> {
                    if (tokens.charAt(at) == ' ' && tokens.charAt(at + 1) == ' ') return true;
                }
                case NONE -> {
                    return false;
                }
            }
        return false;
    }

    private enum Separator {
        NONE,
        BAR,
        SPACES,
        COMMA
    }
}
