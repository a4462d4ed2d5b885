package org.muniment.message;

/// These are the bounds within which any mail is read; what lies beyond one is counted, and told in a [Defect].
final class Limits {
    /// Bytes, after transfer decoding, that are read of one text part.
    static final int TEXT_PART_BYTES = 4 << 20;
    /// The same over all text parts of a capture, attached messages included.
    static final int TEXT_TOTAL_BYTES = 16 << 20;
    /// Bytes of one header field; 512 KiB name some 15,000 recipients.
    static final int HEADER_FIELD_BYTES = 512 << 10;
    /// Bytes of all header fields of a capture, attached messages and parts included.
    static final int HEADER_TOTAL_BYTES = 4 << 20;
    /// Bytes of one line of a header; MIME4J holds a whole one.
    static final int HEADER_LINE_BYTES = 1 << 20;

    static final int HEADER_FIELDS = 20_000;
    static final int PARTS = 5_000;
    /// How deep multiparts and attached messages may nest, counted together.
    static final int DEPTH = 40;

    static final int BOUNDARY_CHARACTERS = 1_000;
    /// Bytes of the text before the first and after the last part of a multipart.
    static final int ASIDE_BYTES = 64 << 10;

    static final int DEFECTS = 10_000;

    private Limits() {}
}
