package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
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

    record Found(AccessionNumber number, DestructionEvent event) {}

    /// @param publishing signs what is on disk
    DestructionLog(OpenedStore store, Writing writing, Runnable publishing) {
        this.store = store;
        this.writing = writing;
        this.publishing = publishing;
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

    /// Returns the first such event from a position on.
    Optional<Found> find(long position, Predicate<DestructionEvent> wanted) throws IOException {
        try (var events = new EventReader(store, new RecordWalk(store.segments(), store.growth(), position))) {
            for (var next = events.next(); next.isPresent(); next = events.next()) {
                var event = DestructionEvent.of(next.get().event()).filter(wanted);
                if (event.isPresent()) return Optional.of(new Found(next.get().accession(), event.get()));
            }
        }
        return Optional.empty();
    }

    /// Signs what is on disk; throws unless this entry is covered then.
    void requireSigned(AccessionNumber number) throws IOException {
        MerkleLog log = store.log().orElseThrow(() -> new ArchiveIsReadOnly("its log is damaged"));
        publishing.run();
        if (log.checkpoint().map(Checkpoint::size).orElse(0L) <= number.index())
            throw new IOException("entry " + number + ", which authorises a destruction, could not be signed");
    }

    DestructionEvent.Authorised authorised(AccessionNumber number) throws IOException {
        var event = store.event(number).flatMap(DestructionEvent::of);
        if (event.isPresent() && event.get() instanceof DestructionEvent.Authorised authorised) return authorised;
        throw new StoreIsDamaged("entry " + number + " of the log authorises no destruction, but one goes by it");
    }
}
