package org.muniment.search;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// These are the names of the index's fields and how they are kept. Changing what any of them means is a change of
/// [IndexFolder#FORMAT]: the index is then built again.
///
/// Words are found in any English form through `stem`, which keeps only which messages have a form of the word; exact
/// phrases and prefixes through the `exact` fields, which keep every word with its position. No text is stored.
final class IndexFields {
    /// The hash that makes captures one message. One live document per value.
    static final String IDENTITY = "identity";
    /// Stems of all words anywhere in the message.
    static final String STEM = "stem";
    /// Stems of words that are in the message but not in its body. `body:word` is `stem` without these.
    static final String STEM_NOT_IN_BODY = "stem.notInBody";
    /// Words of the body, in order.
    static final String BODY_EXACT = "body.exact";
    /// Words of everything but the body, in order: subject, attachment names, people, some headers.
    static final String META_EXACT = "meta.exact";
    /// Who sent and received the message: addresses, and domains with `@` before them.
    static final String PARTICIPANT = "participant";
    /// Those, and the people of attached messages and of other headers: whoever the message may be confidential to.
    static final String CONCERNED = "concerned";
    /// Message-IDs of the message itself and of those it answers.
    static final String THREAD = "thread";
    /// The fields a message has: `attachment:*`.
    static final String PRESENT = "present";
    static final String SENT = "sent";
    static final String CAPTURED = "captured";
    /// The accession numbers of all captures, to be looked up.
    static final String ACCESSION = "accession";
    /// The accession number of the first capture, to sort by.
    static final String FIRST = "first";
    /// The accession numbers of the captures that break a mail standard.
    static final String DEFECTIVE = "defective";
    /// What is known of each capture: [MessageFacts].
    static final String FACTS = "facts";
    /// The number of captures less one, where it is not zero.
    static final String CAPTURES_MORE = "capturesMore";
    /// Kinds of trouble that keep text unread, and the two summary terms below.
    static final String EXCEPTION = "exception";
    /// The term of [#EXCEPTION] that every message with unread text has.
    static final String EXCEPTION_ANY = "any";
    /// The term of [#EXCEPTION] of messages whose header may be unread as well.
    static final String EXCEPTION_HEADER = "header";

    /// Which documents, no more.
    static final FieldType DOCUMENTS = type(IndexOptions.DOCS);
    /// Every position: for phrases.
    static final FieldType POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private IndexFields() {}

    static String exact(SearchField field) {
        return field.word() + ".exact";
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
