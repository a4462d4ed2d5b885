package org.muniment.message;

/// This is one MIME part of a message.
///
/// `path` numbers the part within its message: `1`, `2`, and inside a multipart `2.1`. Parts of a message
/// attached at part 2 are `2/1`, `2/2.1`. A message without parts is its own part `1`.
///
/// `contentType` is lower case without parameters, `charset` the label as sent, `disposition` lower case; each
/// is empty when nobody said. `sizeBytes` is the size after transfer decoding.
public record Part(
        String path,
        String contentType,
        String charset,
        String disposition,
        String fileName,
        String contentId,
        long sizeBytes,
        Placement placement,
        PartContent content) {
    public boolean isAttachment() {
        return placement == Placement.ATTACHMENT;
    }

    /// Returns the text of this part alone, as read; empty when it has none.
    public String text() {
        return switch (content) {
            case PartContent.Text text -> text.text();
            case PartContent.Html html -> html.text();
            case PartContent.Attached _, PartContent.AttachedMessage _, PartContent.Multipart _ -> "";
        };
    }

    /// The same part under another path.
    Part with(String newPath, PartContent newContent) {
        return new Part(
                newPath, contentType, charset, disposition, fileName, contentId, sizeBytes, placement, newContent);
    }
}
