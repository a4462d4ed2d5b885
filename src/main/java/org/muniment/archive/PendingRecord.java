package org.muniment.archive;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/// A record that waits for its number: all but that, its time and its wrapped key is made.
///
/// @param entryAt makes the public entry, given the time in microseconds
/// @param before what must be done on the committer's thread first; if it throws, the record is not written
/// @param onDisk completes with the accession number, on the committer's thread
record PendingRecord(
        BodySeal seal,
        SealedBody body,
        LongFunction<EntryFields> entryAt,
        Before before,
        CompletableFuture<Long> onDisk) {
    PendingRecord(BodySeal seal, SealedBody body, LongFunction<EntryFields> entryAt, Before before) {
        this(seal, body, entryAt, before, new CompletableFuture<>());
    }

    /// Something to which nothing may come between it and its record.
    interface Before {
        Before NOTHING = () -> {};

        void run() throws IOException;
    }

    /// Does what comes first; false if it threw, and the record's future with it.
    boolean isReady() {
        try {
            before.run();
            return true;
        } catch (IOException | RuntimeException failure) {
            onDisk.completeExceptionally(failure);
            return false;
        }
    }

    /// Returns no less than what the record takes on disk.
    long lengthBytesMax() {
        return RecordHeader.lengthBytes(RecordHeader.ENTRY_BYTES_MAX, body.lengthBytes());
    }
}
