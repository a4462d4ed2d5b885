package org.muniment.ingest;

import java.io.IOException;
import java.io.OutputStream;

/// This takes the body of DATA out of the bytes a peer sends. The body ends at CR LF "." CR LF and at nothing that
/// looks like it (RFC 5321 §4.1.1.4; a server that lets a bare LF or CR end a line there takes one message for two,
/// CVE-2023-51764). A dot that begins a line is dropped (§4.5.2), where a line begins after CR LF only. All else,
/// NUL, bare CR and bare LF too, passes as it is.
final class DotUnstuffing {
    private enum Place {
        WITHIN_LINE,
        AFTER_CR,
        LINE_START,
        AFTER_DOT,
        AFTER_DOT_CR,
        END
    }

    // The command line DATA ended with CR LF: a body may be empty.
    private Place place = Place.LINE_START;

    boolean isAtEnd() {
        return place == Place.END;
    }

    /// Passes what belongs to the body on; returns the index after the last byte it used, which is `to` unless the
    /// body ended before.
    int pass(byte[] bytes, int from, int to, OutputStream body) throws IOException {
        int runStart = from;
        int i = from;
        // A CR that followed a dot at the very end of the bytes before was held back.
        if (place == Place.AFTER_DOT_CR && i < to && bytes[i] != '\n') body.write('\r');
        while (i < to && place != Place.END) {
            if (place == Place.WITHIN_LINE) {
                while (i < to && bytes[i] != '\r') i++;
                if (i == to) break;
            }
            byte b = bytes[i++];
            Place before = place;
            place = next(before, b);
            if (place == Place.AFTER_DOT) {
                body.write(bytes, runStart, i - 1 - runStart);
                runStart = i;
            }
        }
        writeRun(bytes, runStart, i, body);
        return i;
    }

    private void writeRun(byte[] bytes, int from, int to, OutputStream body) throws IOException {
        // Of "CR LF . CR LF" the last two bytes are not the body's, nor is a CR that may turn out to be one of them.
        int held = place == Place.END ? 2 : place == Place.AFTER_DOT_CR ? 1 : 0;
        if (to - held > from) body.write(bytes, from, to - held - from);
    }

    private static Place next(Place place, byte b) {
        return switch (place) {
            case LINE_START -> b == '.' ? Place.AFTER_DOT : b == '\r' ? Place.AFTER_CR : Place.WITHIN_LINE;
            case AFTER_DOT -> b == '\r' ? Place.AFTER_DOT_CR : Place.WITHIN_LINE;
            case AFTER_DOT_CR -> b == '\n' ? Place.END : b == '\r' ? Place.AFTER_CR : Place.WITHIN_LINE;
            case AFTER_CR -> b == '\n' ? Place.LINE_START : b == '\r' ? Place.AFTER_CR : Place.WITHIN_LINE;
            case WITHIN_LINE -> b == '\r' ? Place.AFTER_CR : Place.WITHIN_LINE;
            case END -> throw new IllegalStateException("the body has ended");
        };
    }
}
