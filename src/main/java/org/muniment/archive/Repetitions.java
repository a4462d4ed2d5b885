package org.muniment.archive;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one capture of what is delivered several times, also of what is delivered several times at once.
final class Repetitions {
    private static final Logger LOG = LoggerFactory.getLogger(Repetitions.class);

    private final DuplicateTable table;
    private final DuplicateTable.Reading reading;
    private final InstantSource clock;
    private final Map<CaptureIdentity, CompletableFuture<Receipt>> inFlight = new ConcurrentHashMap<>();

    Repetitions(DuplicateTable table, DuplicateTable.Reading reading, InstantSource clock) {
        this.table = table;
        this.reading = reading;
        this.clock = clock;
    }

    /// What can be written of one delivery: itself, or that it repeats an earlier one; should that one be leaving,
    /// itself after all.
    interface Delivery {
        CompletableFuture<Long> capture();

        CompletableFuture<Long> repeats(AccessionNumber original);

        /// It repeats an earlier one, and needs no room of its own.
        void isNotKept();
    }

    CompletableFuture<Receipt> write(CaptureIdentity identity, Delivery delivery) {
        var mine = new CompletableFuture<Receipt>();
        var earlier = inFlight.putIfAbsent(identity, mine);
        // Answered only when the other one is on disk; should that one fail, this one is captured in its place.
        if (earlier != null)
            return earlier.handleAsync((receipt, failure) -> failure == null, Thread::startVirtualThread)
                    .thenCompose(known -> write(identity, delivery));
        try {
            var _ = decide(identity, delivery).whenComplete((receipt, failure) -> {
                inFlight.remove(identity, mine);
                if (failure == null) mine.complete(receipt);
                else mine.completeExceptionally(cause(failure));
            });
        } catch (RuntimeException failure) {
            inFlight.remove(identity, mine);
            mine.completeExceptionally(failure);
        }
        return mine;
    }

    private CompletableFuture<Receipt> decide(CaptureIdentity identity, Delivery delivery) {
        Optional<AccessionNumber> original = original(identity);
        return original.isPresent() ? repeats(original.get(), identity, delivery) : captured(identity, delivery);
    }

    private CompletableFuture<Receipt> repeats(AccessionNumber original, CaptureIdentity identity, Delivery delivery) {
        return delivery.repeats(original)
                .<Receipt>thenApply(number -> new Receipt.Duplicate(new AccessionNumber(number), original))
                .whenComplete((receipt, failure) -> {
                    if (failure == null || !isLeaving(failure)) delivery.isNotKept();
                })
                .exceptionallyCompose(failure ->
                        isLeaving(failure) ? captured(identity, delivery) : CompletableFuture.failedFuture(failure));
    }

    private static boolean isLeaving(Throwable failure) {
        return cause(failure) instanceof Leaving.OriginalIsLeaving;
    }

    private CompletableFuture<Receipt> captured(CaptureIdentity identity, Delivery delivery) {
        return delivery.capture().thenApply(number -> {
            table.remember(identity, number);
            return new Receipt.Captured(new AccessionNumber(number));
        });
    }

    /// In doubt it is no repetition: a message kept twice is no loss.
    private Optional<AccessionNumber> original(CaptureIdentity identity) {
        try {
            return table.find(identity, reading, clock.instant());
        } catch (IOException | RuntimeException e) {
            LOG.warn("A capture could not be compared with the one it seems to repeat; both are kept", e);
            return Optional.empty();
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
