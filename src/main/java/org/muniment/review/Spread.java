package org.muniment.review;

/// How far one decision goes.
enum Spread {
    THIS,
    /// All undecided of its conversation.
    THREAD,
    /// All undecided with the same sender, words and attachments.
    IDENTICAL
}
