package org.muniment.search;

/// This is the refusal of a query that cannot be understood: where it stops making sense, why, and what to write
/// instead. Nothing is guessed: a query that was half understood would give an answer to another question.
public final class QueryIsMalformed extends RuntimeException {
    private final int where;
    private final String why;
    private final String hint;

    public QueryIsMalformed(int where, String why, String hint) {
        super("The query is not understood at character " + (where + 1) + ": " + why + ". " + hint + ".");
        this.where = where;
        this.why = why;
        this.hint = hint;
    }

    /// The offset, from 0, of the character in the query's text at which the trouble begins.
    public int where() {
        return where;
    }

    /// What is wrong, as a sentence without its full stop.
    public String why() {
        return why;
    }

    /// What to write instead, as a sentence without its full stop.
    public String hint() {
        return hint;
    }
}
