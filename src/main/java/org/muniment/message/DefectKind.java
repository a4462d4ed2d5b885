package org.muniment.message;

/// This is the list of what can be wrong with mail.
public enum DefectKind {
    /// The charset label names no charset known here; the text was read as UTF-8 if valid, else as
    /// windows-1252.
    CHARSET_UNKNOWN(false),
    /// Some bytes are not valid in the charset they are labelled with.
    CHARSET_WRONG(false),
    /// Base64, quoted-printable or uuencoded text is damaged; what could be decoded was.
    ENCODING_BROKEN(false),
    /// The transfer encoding is none that is known; the bytes were read as they are.
    ENCODING_UNKNOWN(true),
    DATE_UNREADABLE(false),
    ADDRESS_UNREADABLE(false),
    /// A line in the header is no header field.
    HEADER_MALFORMED(false),
    /// An encoded word could not be decoded and stands as it was sent.
    HEADER_UNDECODABLE(false),
    /// The header is longer than what is read of one.
    HEADER_TRUNCATED(true),
    /// The text is longer than what is read of one.
    TEXT_TRUNCATED(true),
    /// A multipart without a usable boundary; read as text.
    BOUNDARY_MISSING(false),
    /// A multipart ends without its closing line; perhaps the end is missing.
    MULTIPART_UNFINISHED(false),
    TOO_MANY_PARTS(true),
    TOO_DEEP(true),
    /// S/MIME or PGP: unreadable without the recipient's key.
    ENCRYPTED(true),
    /// S/MIME that signs by wrapping the text, which is not unwrapped here.
    SIGNED_INSIDE(true),
    /// Outlook's own container (winmail.dat), whose content is not read here.
    TNEF(true),
    /// The body is elsewhere (message/external-body) or one piece of several (message/partial).
    BODY_ELSEWHERE(true),
    /// The bytes broke off or broke the reader; what follows that place is not read.
    UNREADABLE(true),
    /// A journal report without recipients.
    REPORT_WITHOUT_RECIPIENTS(false),
    /// A journal report without a message in it.
    REPORT_WITHOUT_MESSAGE(true),
    /// A line of a journal report that is none of the known ones; it stands in the report's text.
    REPORT_LINE_UNKNOWN(false),
    /// The Message-ID a journal report names is not the one of the message in it.
    REPORT_OF_OTHER_MESSAGE(false);

    private final boolean hidesText;

    DefectKind(boolean hidesText) {
        this.hidesText = hidesText;
    }

    public boolean hidesText() {
        return hidesText;
    }
}
