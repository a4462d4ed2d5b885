package org.muniment.archive;

/// This is the way a capture came in; it decides how long a repetition is recognised as a retry.
public enum Channel {
    /// Delivered by a mail server, which retries for days: the same capture within seven days is a duplicate.
    SMTP,
    /// Read from files, which may be read again at any time: the same capture is a duplicate for ever.
    FILE_IMPORT
}
