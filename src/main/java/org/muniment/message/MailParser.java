package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// This is the reader of mail: any bytes in, a [ParsedCapture] out, with the defects that reading met. It never
/// fails for what the bytes are, and never holds more than a bounded amount of them: 4 MiB of one text part and
/// 16 MiB of all of them, 512 KiB of one header field, 5,000 parts, nested 40 deep. What is beyond is a defect.
public final class MailParser {
    private MailParser() {}

    /// Reads a capture to its end. Throws only what the stream itself throws. Does not close the stream.
    public static ParsedCapture parse(InputStream raw) throws IOException {
        try {
            return Journal.capture(MessageReader.read(new CaptureStream(raw), "", 0, new Budget()));
        } catch (UncheckedIOException captureFailed) {
            throw captureFailed.getCause();
        }
    }

    /// Returns the decoded bytes of one part of a message out of the capture it came in, or nothing if there is
    /// no such part. The part that holds an attached message gives that message's raw bytes. Reads `raw` as the
    /// part is read.
    public static Optional<InputStream> part(InputStream raw, Message message, String path) throws IOException {
        return MimeWalk.find(raw, message.base().isEmpty() ? path : message.base() + "/" + path);
    }
}
