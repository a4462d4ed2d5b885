package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    // The side whose disk must say that it goes on alone, and could not yet: nothing changes before it does.
    private volatile @Nullable Side unsaid;

    /// What is done to one side.
    interface Act {
        void on(Side side) throws IOException;
    }

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

    MirrorNews news() {
        return news;
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

    Side other(Side side) {
        return side == data ? mirror : data;
    }

    /// The side that has fallen behind.
    Optional<Side> behind() {
        if (data.isWhole() && mirror.isWhole()) return Optional.empty();
        return Optional.of(data.isWhole() ? mirror : data);
    }

    /// From now on what changes is noted. What was under way has ended: nothing changes that is not noted.
    void watch() {
        gate.writeLock().lock();
        try {
            touched.begin();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /// What changed since the last time. What was noted has been done: no change is noted, taken and made after that.
    Map<Path, Long> takeTouched() {
        gate.writeLock().lock();
        try {
            return touched.take();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /// Changes both sides. Returns when both did it, or the one that did not has fallen behind; throws if none did it.
    void change(Path file, long from, Act act) throws IOException {
        change(Map.of(file, from), act);
    }

    /// The same for an act that changes several files.
    ///
    /// @param files each with the place from which on it changes
    void change(Map<Path, Long> files, Act act) throws IOException {
        gate.readLock().lock();
        try {
            requireGoing();
            files.forEach(touched::note);
            List<Side> sides = whole();
            judge(sides, Failure.of(sides, act));
        } finally {
            gate.readLock().unlock();
        }
    }

    /// What changes nothing that is noted, on both at once.
    void changeAtOnce(Act act) throws IOException {
        gate.readLock().lock();
        try {
            requireGoing();
            List<Side> sides = whole();
            judge(sides, Failure.ofAllAtOnce(sides, act, second));
        } finally {
            gate.readLock().unlock();
        }
    }

    private void judge(List<Side> sides, List<Failure> failures) throws IOException {
        if (failures.isEmpty()) return;
        if (failures.size() == sides.size()) {
            Failure first = failures.getFirst();
            failures.stream().skip(1).forEach(more -> first.cause().addSuppressed(more.cause()));
            throw first.cause();
        }
        // The act has failed then, as on one disk; what it did on one side alone is what a failed act may do.
        for (Failure failure : failures) if (Shortage.is(failure.cause())) throw failure.cause();
        for (Failure failure : failures) leaveBehind(failure.side(), failure.cause());
    }

    /// Goes on without a side. That is on the other side's disk when this returns; if it cannot be, nothing goes on.
    void leaveBehind(Side side, IOException cause) throws IOException {
        synchronized (this) {
            if (!side.isWhole()) return;
            if (!other(side).isWhole() || unsaid == side) throw cause;
            goOnAlone(other(side), cause);
            side.fallBehind();
            side.sayBehind();
        }
        news.behind(side.name(), reason(cause));
    }

    /// Both are equal now: nothing changes while this is done. If it fails, the side's disk may say all the same that
    /// it
    /// has gone through everything; so the other one takes a step more before anything changes.
    void together(Side side) throws IOException {
        synchronized (this) {
            Side source = other(side);
            List<String> steps = source.requirePairing().steps();
            try {
                side.write(side.requirePairing().through(steps));
                side.sayWhole();
            } catch (IOException halfWay) {
                goOnAlone(source, halfWay);
                throw halfWay;
            }
            side.becomeWhole();
        }
        news.together();
    }

    /// Says so on the disk of the side that goes on; if that cannot be said, nothing
    /// goes on until it can.
    private void goOnAlone(Side side, IOException cause) throws IOException {
        try {
            side.write(side.requirePairing().alone(names.get()));
            unsaid = null;
        } catch (IOException both) {
            unsaid = side;
            both.addSuppressed(cause);
            throw new IOException("Both copies fail: " + reason(cause) + "; " + reason(both), both);
        }
    }

    /// A name that is missing, or there already, is an answer, not a failure; unless the whole disk is gone.
    boolean isAnswer(Side side, IOException said) {
        return Names.isAnswer(said) && !side.hasVanished();
    }

    private void requireGoing() throws IOException {
        if (unsaid == null) return;
        var both = new IOException("both copies of the archive failed");
        Optional<Side> left = Optional.empty();
        synchronized (this) {
            Side side = unsaid;
            if (side == null) return;
            goOnAlone(side, both);
            if (other(side).isWhole()) left = Optional.of(other(side));
            left.ifPresent(Side::fallBehind);
        }
        left.ifPresent(side -> news.behind(side.name(), reason(both)));
    }

    static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    @Override
    public void close() {
        second.shutdown();
    }
}
