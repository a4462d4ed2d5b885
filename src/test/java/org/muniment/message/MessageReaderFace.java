package org.muniment.message;

import java.io.InputStream;

/// This reads a message as it stands, without asking whether it is a journal report.
record MessageReaderFace(InputStream raw) {
    Message message() {
        return MessageReader.read(raw, "", 0, new Budget()).message();
    }
}
