package org.muniment.mirror;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// What one side could not do.
record Failure(Side side, IOException cause) {
    /// Lets one side after the other do it.
    static List<Failure> of(List<Side> sides, Copies.Act act) throws IOException {
        List<Failure> failures = new ArrayList<>();
        for (Side side : sides) attempt(side, act).ifPresent(failures::add);
        return failures;
    }

    /// Lets all do it at once: the time of the slowest one, not of all.
    static List<Failure> ofAllAtOnce(List<Side> sides, Copies.Act act, Executor beside) throws IOException {
        List<Failure> failures = new ArrayList<>();
        if (sides.size() < 2) {
            attempt(sides.getFirst(), act).ifPresent(failures::add);
        } else {
            var other = CompletableFuture.supplyAsync(() -> attemptThere(sides.getLast(), act), beside);
            attempt(sides.getFirst(), act).ifPresent(failures::add);
            join(other).ifPresent(failures::add);
        }
        return failures;
    }

    private static Optional<Failure> attempt(Side side, Copies.Act act) throws ClosedChannelException {
        try {
            act.on(side);
            return Optional.empty();
        } catch (ClosedChannelException closedByOurselves) {
            throw closedByOurselves;
        } catch (IOException failure) {
            return Optional.of(new Failure(side, failure));
        }
    }

    private static Optional<Failure> attemptThere(Side side, Copies.Act act) {
        try {
            return attempt(side, act);
        } catch (ClosedChannelException closed) {
            throw new CompletionException(closed);
        }
    }

    private static Optional<Failure> join(CompletableFuture<Optional<Failure>> other) throws IOException {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw e;
        }
    }
}
