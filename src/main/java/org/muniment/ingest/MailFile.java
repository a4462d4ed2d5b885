package org.muniment.ingest;

import java.nio.file.Path;

/// This is a file that holds mail.
record MailFile(Path path, Kind kind) {
    enum Kind {
        /// The file is one message.
        MESSAGE,
        /// The file is a mailbox: messages, each after a line that begins with `From `.
        MBOX
    }
}
