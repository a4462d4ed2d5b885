package org.muniment.rendition;

/// This is the structure element a line belongs to. Lines of one block follow each other, over page ends too; blocks
/// are numbered from 1 in reading order within their message.
///
/// A `FIELD_NAME` is always followed by its `FIELD_VALUE`, beside it on the page: a row of a table without a heading
/// row (PDF: TR of TH with row scope and TD). Rows without another role between them are one table.
public record Block(int number, Role role) {
    public enum Role {
        /// One for each message, its first block (PDF: H1).
        MESSAGE_HEADING,
        /// Begins the attachments' slip sheet and each attached message (PDF: H2).
        ATTACHMENT_HEADING,
        FIELD_NAME,
        FIELD_VALUE,
        /// PDF: P.
        PARAGRAPH,
        /// Of a table with a heading row; the first after another role begins the table (PDF: TH with column scope).
        COLUMN_HEADING,
        /// The first cell of a row below it (PDF: TH with row scope).
        ROW_HEADING,
        /// Any other cell (PDF: TD).
        CELL,
        /// The mark before an item of a list, always followed by its text (PDF: Lbl and LBody in LI).
        LIST_LABEL,
        LIST_TEXT
    }
}
