package org.muniment.message;

/// This is a word that stands in one place of a generated message and nowhere else in the world.
///
/// `part` is the path of the part it is in; empty for header fields of the message itself. The words are made of
/// letters that no stemmer and no tokenizer of ours takes apart, but for those of languages that are written
/// without spaces.
public record Canary(Place place, String part, String word) {
    /// This is where a canary sits.
    public enum Place {
        FROM,
        TO,
        CC,
        BCC,
        SUBJECT,
        /// A header field nobody knows.
        HEADER,
        /// The text that is read as the message.
        BODY,
        /// Another form of the body: the HTML beside a plain text.
        ALTERNATIVE,
        /// Hidden by a style in HTML.
        HIDDEN,
        /// A text attachment's content.
        ATTACHMENT,
        FILENAME,
        /// Anything in a message attached to the message: its headers, its body.
        ATTACHED_MESSAGE,
        /// An address only the journal report names.
        ENVELOPE
    }
}
