package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// This is the reader of mail: any bytes in, a [ParsedCapture] out, with the defects that reading met. It never
/// fails for what the bytes are, and never holds more than a bounded amount of them.
public final class MailParser {
    private MailParser() {}

    /// Reads a capture to its end. Throws only what the stream itself throws. Does not close the stream.
    public static ParsedCapture parse(InputStream raw) throws IOException {
        if (raw.available() >= 0) throw new IllegalStateException("not yet");
        return new ParsedCapture(
                java.util.Optional.empty(), java.util.List.of(), MessageIdentity.of(new byte[32]), java.util.List.of());
    }

    /// Returns the decoded bytes of one part of a message out of the capture it came in, or nothing if there is
    /// no such part. The part that holds an attached message gives that message's raw bytes. Reads `raw` as it
    /// is read.
    public static Optional<InputStream> part(InputStream raw, Message message, String path) throws IOException {
        if (raw.available() >= 0) throw new IllegalStateException("not yet");
        return Optional.empty();
    }
}
