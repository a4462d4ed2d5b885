package org.muniment.archive;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/// A record that waits for its number: all but that, its time and its wrapped key is made.
///
/// @param entryAt makes the public entry, given the time in microseconds
/// @param onDisk completes with the accession number, on the committer's thread
record PendingRecord(
        BodySeal seal, SealedBody body, LongFunction<EntryFields> entryAt, CompletableFuture<Long> onDisk) {
    PendingRecord(BodySeal seal, SealedBody body, LongFunction<EntryFields> entryAt) {
        this(seal, body, entryAt, new CompletableFuture<>());
    }

    /// Returns no less than what the record takes on disk.
    long lengthBytesMax() {
        return RecordHeader.lengthBytes(RecordHeader.ENTRY_BYTES_MAX, body.lengthBytes());
    }
}
