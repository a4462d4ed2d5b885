package org.muniment.mirror;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The two sides, and what is done to both. A side that fails where the other does not falls behind: that is forced on
/// the other side before anything is said to be done.
final class Copies implements AutoCloseable {
    private final Side data;
    private final Side mirror;
    private final Supplier<String> names;
    private final MirrorNews news;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Touched touched = new Touched();
    private final ExecutorService second = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("archive mirror").factory());
    private volatile boolean stopped;

    /// What is done to one side.
    interface Act {
        void on(Side side) throws IOException;
    }

    private record Failure(Side side, IOException cause) {}

    Copies(Side data, Side mirror, Supplier<String> names, MirrorNews news) {
        this.data = data;
        this.mirror = mirror;
        this.names = names;
        this.news = news;
    }

    Side data() {
        return data;
    }

    Side mirror() {
        return mirror;
    }

    ReentrantReadWriteLock gate() {
        return gate;
    }

    Touched touched() {
        return touched;
    }

    /// The sides that have everything; the first one is read from.
    List<Side> whole() {
        List<Side> sides = new ArrayList<>();
        if (data.isWhole()) sides.add(data);
        if (mirror.isWhole()) sides.add(mirror);
        return sides;
    }

    Side lead() {
        return data.isWhole() ? data : mirror;
    }

    /// The side that has fallen behind.
    Optional<Side> behind() {
        if (data.isWhole() && mirror.isWhole()) return Optional.empty();
        return Optional.of(data.isWhole() ? mirror : data);
    }

    /// Changes both sides. Returns when both did it, or the one that did not has fallen behind; throws if none did it.
    void change(Path file, long from, Act act) throws IOException {
        gate.readLock().lock();
        try {
            requireGoing();
            touched.note(file, from);
            List<Side> sides = whole();
            List<Failure> failures = new ArrayList<>();
            for (Side side : sides) attempt(side, act).ifPresent(failures::add);
            judge(sides, failures);
        } finally {
            gate.readLock().unlock();
        }
    }

    /// The same at once on both: the time of the slower one, not of both.
    void changeAtOnce(Act act) throws IOException {
        gate.readLock().lock();
        try {
            requireGoing();
            List<Side> sides = whole();
            List<Failure> failures = new ArrayList<>();
            if (sides.size() < 2) {
                attempt(sides.getFirst(), act).ifPresent(failures::add);
            } else {
                var other = CompletableFuture.supplyAsync(() -> attemptThere(sides.getLast(), act), second);
                attempt(sides.getFirst(), act).ifPresent(failures::add);
                join(other).ifPresent(failures::add);
            }
            judge(sides, failures);
        } finally {
            gate.readLock().unlock();
        }
    }

    private static Optional<Failure> attempt(Side side, Act act) throws ClosedChannelException {
        try {
            act.on(side);
            return Optional.empty();
        } catch (ClosedChannelException closedByOurselves) {
            throw closedByOurselves;
        } catch (IOException failure) {
            return Optional.of(new Failure(side, failure));
        }
    }

    private static Optional<Failure> attemptThere(Side side, Act act) {
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

    private void judge(List<Side> sides, List<Failure> failures) throws IOException {
        if (failures.isEmpty()) return;
        if (failures.size() == sides.size()) {
            Failure first = failures.getFirst();
            failures.stream().skip(1).forEach(more -> first.cause.addSuppressed(more.cause));
            throw first.cause;
        }
        for (Failure failure : failures) leaveBehind(failure.side, failure.cause);
    }

    /// Goes on without a side. That is on the other side's disk when this returns; if it cannot be, nothing goes on.
    void leaveBehind(Side side, IOException cause) throws IOException {
        synchronized (this) {
            if (!side.isWhole()) return;
            Side other = side == data ? mirror : data;
            if (!other.isWhole() || stopped) throw cause;
            try {
                Pairing pairing = other.pairing().orElseThrow(() -> new IOException(other.name() + " has vanished"));
                other.write(pairing.alone(names.get()));
            } catch (IOException both) {
                stopped = true;
                both.addSuppressed(cause);
                throw new IOException("Both copies fail: " + cause.getMessage() + "; " + both.getMessage(), both);
            }
            side.fallBehind();
        }
        news.behind(side.name(), reason(cause));
    }

    /// Both are equal now: nothing changes while this is done.
    void together(Side side) throws IOException {
        synchronized (this) {
            Side source = side == data ? mirror : data;
            Pairing newer = source.pairing().orElseThrow(() -> new IOException(source.name() + " has vanished"));
            Pairing older = side.pairing().orElseThrow(() -> new IOException(side.name() + " has vanished"));
            side.write(older.together(newer.steps()));
            source.write(newer.together(newer.steps()));
            side.becomeWhole();
        }
        news.together();
    }

    /// A name that is missing, or there already, is an answer, not a failure; unless the whole disk is gone.
    boolean isAnswer(Side side, FileSystemException said) {
        return Names.isAnswer(said) && !side.hasVanished();
    }

    private void requireGoing() throws IOException {
        if (stopped) throw new IOException("both copies of the archive fail; nothing more is written");
    }

    static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    @Override
    public void close() {
        second.shutdown();
    }
}
