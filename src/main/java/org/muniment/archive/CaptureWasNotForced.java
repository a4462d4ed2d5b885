package org.muniment.archive;

/// The disk did not confirm the write: the capture does not exist, send it again (SMTP 451).
public final class CaptureWasNotForced extends ArchiveRefusal {
    CaptureWasNotForced(Throwable cause) {
        super("The disk did not confirm the write; nothing of this message is kept. Send it again.", cause);
    }

    /// The key of a new segment could not be wrapped.
    CaptureWasNotForced(TokenIsMissing away) {
        super("The token with the root keys does not answer; nothing of this message is kept. Send it again.", away);
    }
}
