package org.muniment.archive;

/// This is a sentence that says why the archive took nothing. What is refused was not kept.
public abstract sealed class ArchiveRefusal extends RuntimeException
        permits ArchiveIsFull, ArchiveIsReadOnly, CaptureWasNotForced, MessageIsTooLarge {
    ArchiveRefusal(String sentence) {
        super(sentence);
    }

    ArchiveRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
