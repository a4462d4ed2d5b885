package org.muniment.archive;

/// There is no room now, in the queue or on the disk: try again later (SMTP 452).
public final class ArchiveIsFull extends ArchiveRefusal {
    ArchiveIsFull(String sentence) {
        super(sentence);
    }
}
