package org.muniment.archive;

/// The message is over the one size limit (SMTP 552).
public final class MessageIsTooLarge extends ArchiveRefusal {
    MessageIsTooLarge(long sizeBytesMax) {
        super("The message has more than " + sizeBytesMax + " bytes, the most the archive takes.");
    }
}
