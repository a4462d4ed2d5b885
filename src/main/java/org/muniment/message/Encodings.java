package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;

/// This is what Content-Transfer-Encoding values mean, the made-up ones included.
final class Encodings {
    private Encodings() {}

    static boolean isIdentity(String encoding) {
        return switch (encoding) {
            case "",
                    "7bit",
                    "8bit",
                    "binary",
                    "7-bit",
                    "8-bit",
                    "7bits",
                    "8bits",
                    "none",
                    "identity",
                    "plain",
                    "text" -> true;
            default -> false;
        };
    }

    /// Returns the decoded side of a body; the body itself if its encoding is none that is known.
    static InputStream decoded(InputStream body, String encoding) {
        return switch (encoding) {
            case "base64", "base-64", "b64", "\"base64\"" -> new Base64Stream(body);
            case "quoted-printable", "quotedprintable", "quoted printable", "qp", "\"quoted-printable\"" ->
                new QuotedPrintableStream(body);
            case "x-uuencode", "uuencode", "x-uue", "uue" -> new UuencodeStream(body);
            default -> body;
        };
    }

    static boolean isBroken(InputStream decoded) {
        return decoded instanceof DecodingStream stream && stream.isBroken();
    }

    /// Reads a stream to its end and returns how many bytes that were.
    static long drain(InputStream stream) throws IOException {
        byte[] buffer = new byte[2048];
        long size = 0;
        for (int count; (count = stream.read(buffer, 0, buffer.length)) >= 0; ) size += count;
        return size;
    }
}
