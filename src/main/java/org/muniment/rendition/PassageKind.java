package org.muniment.rendition;

/// This is the place in a message a passage was taken from, in the words a mark's `in` uses.
public enum PassageKind {
    FROM,
    TO,
    CC,
    BCC,
    SUBJECT,
    /// Any other header that is shown, and what the journal's envelope adds. As the place of a mark it means every
    /// header passage, From to Subject included.
    HEADERS,
    BODY,
    /// Type and size of an attachment. As the place of a mark it means these and all that is shown of attached mail.
    ATTACHMENT,
    FILENAME;

    /// From to Subject, and the other headers.
    public boolean isHeader() {
        return compareTo(HEADERS) <= 0;
    }
}
