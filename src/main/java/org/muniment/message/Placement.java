package org.muniment.message;

/// This is where a reader meets a part of a message.
///
/// The rule: a part with `Content-Disposition: attachment` or a file name is an attachment, wherever it stands,
/// and so is every part that is neither plain text nor HTML. The exceptions: what `multipart/related` carries
/// beside its root is embedded, and so is an image that has a Content-ID and is not an attachment by
/// disposition. In `multipart/alternative` one form is the body (plain text with anything in it, else HTML,
/// else the first) and the others are alternatives. Every other plain or HTML part is body.
public enum Placement {
    /// Read as the message itself.
    BODY,
    /// Another form of the body, which readers do not show while they show the body.
    ALTERNATIVE,
    /// Carried along under a name.
    ATTACHMENT,
    /// Drawn inside the body, as an image is by its Content-ID.
    EMBEDDED,
    /// Nothing by itself: holds other parts.
    CONTAINER
}
