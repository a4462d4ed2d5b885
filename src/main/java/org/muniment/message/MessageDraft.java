package org.muniment.message;

import java.util.List;

/// This is a message just read, with what is needed to see whether it is a journal report. `address` is where
/// in the capture it was found.
record MessageDraft(
        Message message,
        String address,
        String contentType,
        MessageIdentity identity,
        long sizeBytes,
        List<MessageDraft> attached) {}
