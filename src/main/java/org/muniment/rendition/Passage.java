package org.muniment.rendition;

/// This is a piece of a message's text that a page may show, before any mark is applied.
///
/// `part` names it within its message, once: `from`, `sender`, `reply-to`, `to`, `cc`, `bcc`, `date`, `subject`,
/// `message-id`, `resent-from` … for headers; `envelope:bcc` and `envelope:to` for blind copies the journal proves
/// or makes probable; `unread` for our note of what could not be read; the MIME path (`1`, `1.2`) for body text;
/// `2:filename`, `2:type` and `2:size` for the slip of attachment 2. What is in attached mail has the path of that
/// part and a slash before: `2/from`, `2/1.2`, `2/3/subject`. `text` is displayable text (see [DisplayableText]):
/// the exact characters a reader will see, and what a mark's offsets count, in code points from 0.
public record Passage(String part, PassageKind kind, String label, String text) {
    public Passage {
        if (part.isEmpty()) throw new IllegalArgumentException("a passage has a part");
        if (!DisplayableText.isDisplayable(text)) throw new IllegalArgumentException("not displayable text in " + part);
    }

    /// Is this inside attached mail?
    public boolean isAttached() {
        return part.indexOf('/') >= 0;
    }
}
