package org.muniment.archive;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.MerkleLog;

/// What a destruction writes into the log, and finds there after a stop.
final class DestructionLog {
    private final OpenedStore store;
    private final Writing writing;
    private final Runnable publishing;

    interface Writing {
        CompletableFuture<Long> record(LifecycleEvent event, PendingRecord.Before before);
    }

    /// @param publishing signs what is on disk
    DestructionLog(OpenedStore store, Writing writing, Runnable publishing) {
        this.store = store;
        this.writing = writing;
        this.publishing = publishing;
    }

    /// What is in it already.
    DestructionHistory history() {
        return new DestructionHistory(store);
    }

    /// Writes an event down, unless what comes first throws: that is thrown here, and nothing is written.
    AccessionNumber record(DestructionEvent event, PendingRecord.Before before) throws IOException {
        store.gate().require();
        try {
            return new AccessionNumber(writing.record(event.written(), before).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException trouble) throw trouble;
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw e;
        }
    }

    /// Signs what is on disk; throws unless this entry is covered then.
    void requireSigned(AccessionNumber number) throws IOException {
        MerkleLog log = store.log().orElseThrow(() -> new ArchiveIsReadOnly("its log is damaged"));
        publishing.run();
        if (log.checkpoint().map(Checkpoint::size).orElse(0L) <= number.index())
            throw new IOException("entry " + number + ", which authorises a destruction, could not be signed");
    }
}
