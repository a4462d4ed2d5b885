package org.muniment.ingest;

import java.util.List;

/// This is what one import did. Every file it was given is either read or listed as failed; nothing is passed over in
/// silence.
///
/// @param read messages found
/// @param captured messages taken into custody, durable
/// @param duplicates messages that the same source had already delivered, byte for byte
/// @param withDefects captures of these messages that break a mail standard somewhere; they are kept all the same
public record ImportReport(
        long read, long captured, long duplicates, long withDefects, List<Failed> failed, double seconds) {
    public ImportReport {
        failed = List.copyOf(failed);
    }

    /// This is a file, or a message from `offset` on in a file, that was not taken into custody.
    public record Failed(String path, long offset, String reason) {}
}
