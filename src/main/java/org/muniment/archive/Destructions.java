package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is where captures are destroyed for ever: authorised first, never what must be kept, and provably afterwards.
/// One at a time; what was stopped goes on by itself once somebody guards the archive again.
public final class Destructions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Destructions.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BATCH_NAME_BYTES = 16;

    private final OpenedStore store;
    private final DestructionBook book;
    private final DestructionLog log;
    private final Destruction steps;
    private final Roots roots;
    private final HoldWatch holds;
    private final Alarms alarms;
    private final SecureRandom random;
    private volatile TrustedTime time = () -> {
        throw new NothingGuardsTheArchive();
    };
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("archive destruction").unstarted(task));

    /// A destruction that is not over.
    ///
    /// @param state in words
    public record UnderWay(AccessionNumber authorisation, String state) {}

    Destructions(
            OpenedStore store, DestructionLog log, HoldWatch holds, Roots roots, Alarms alarms, SecureRandom random) {
        this.store = store;
        this.book = new DestructionBook(store.layout());
        this.log = log;
        this.steps = new Destruction(store, log, book, holds, roots, random);
        this.roots = roots;
        this.holds = holds;
        this.alarms = alarms;
        this.random = random;
        dropUnnamed();
    }

    /// Names who knows what must be kept, and the time that counts; destructions under way go on from now on.
    public void guardedBy(Guard guard, TrustedTime trusted) {
        holds.guardedBy(guard);
        time = trusted;
        var _ = hourly.scheduleWithFixedDelay(this::goOn, 0, 1, TimeUnit.HOURS);
    }

    /// Authorises the destruction of captures and begins it. Whether a hold stopped it, or it failed
    /// and is tried again every hour, the log and the alarm say, not this call. Once it is begun
    /// none of them can be read with this archive; the old root key goes 30 days later.
    ///
    /// @param formSha256 of the form that was signed, in hexadecimal
    /// @return the entry of the log that authorises it
    public synchronized AccessionNumber destroy(AccessionRanges captures, String formSha256) throws IOException {
        Guard guard = holds.guard();
        if (!SHA256.matcher(formSha256).matches())
            throw new BatchIsUnusable("the hash of the signed form is 64 hexadecimal digits");
        time.now();
        store.gate().require();
        requireNotUnderWay(captures);
        for (int tries = 1; ; tries++) {
            long version = guard.version();
            var held = guard.held(captures);
            if (!held.isEmpty()) throw new CapturesAreHeld(held);
            try {
                Line line = authorise(BatchRecords.of(store, captures), formSha256, version);
                goOn(line);
                return line.authorisationNumber();
            } catch (HoldsMoved moved) {
                if (tries == Destruction.TRIES_MAX) throw moved;
            }
        }
    }

    private Line authorise(BatchRecords batch, String formSha256, long version) throws IOException {
        byte[] name = new byte[BATCH_NAME_BYTES];
        random.nextBytes(name);
        String batchName = HexFormat.of().formatHex(name);
        Line line = new Line(batchName, Step.PREPARED, store.growth().size(), -1, 0, 0);
        book.put(line);
        var event =
                new DestructionEvent.Authorised(batchName, formSha256, batch.captures(), batch.repetitions(), version);
        Line authorised = line.authorisedBy(written(line, batch, event, version));
        book.put(authorised);
        return authorised;
    }

    private AccessionNumber written(Line line, BatchRecords batch, DestructionEvent event, long version)
            throws IOException {
        try {
            return log.record(event, () -> {
                holds.requireUnmoved(version);
                batch.requireAll(store);
                endTail(batch);
            });
        } catch (HoldsMoved moved) {
            book.forget(line);
            throw moved;
        }
    }

    /// On the committer's thread: a segment that is written on cannot get another key.
    private void endTail(BatchRecords batch) {
        if (!batch.reach(store.segments().keys().rows().getLast().firstAccession())) return;
        try {
            store.chain().seal();
        } catch (IOException e) {
            LOG.error("A segment could not be sealed", e);
            store.chain().abandon();
        }
    }

    private void requireNotUnderWay(AccessionRanges captures) throws IOException {
        for (Line line : book.lines()) {
            if (line.step() != Step.AUTHORISED) continue;
            var known = log.authorised(line.authorisationNumber()).captures();
            captures.forEach(index -> {
                if (known.contains(index))
                    throw new BatchIsUnusable("the destruction of capture " + index + " is under way already");
            });
        }
    }

    /// Goes on with all that are not over, as far as each can go now.
    public synchronized void goOn() {
        try {
            boolean allWent = true;
            for (Line line : book.lines()) if (!line.step().isOver()) allWent &= goOn(line);
            if (allWent) alarms.settle(AlarmKind.DESTRUCTION_STOPPED);
        } catch (IOException | RuntimeException failure) {
            stopped("Where destructions stand cannot be read", failure);
        }
    }

    private boolean goOn(Line line) {
        try {
            steps.goOn(line, time);
            return true;
        } catch (IOException | RuntimeException failure) {
            stopped("A destruction that was authorised cannot go on", failure);
            return false;
        }
    }

    private void stopped(String what, Exception failure) {
        LOG.error(what, failure);
        alarms.raise(AlarmKind.DESTRUCTION_STOPPED, what + ": " + failure.getMessage());
    }

    /// Returns those that are not over, and what each waits for.
    public List<UnderWay> underWay() throws IOException {
        List<UnderWay> underWay = new ArrayList<>();
        for (Line line : book.lines())
            if (line.authorisation() >= 0 && !line.step().isOver())
                underWay.add(new UnderWay(line.authorisationNumber(), state(line)));
        return underWay;
    }

    private String state(Line line) throws IOException {
        return switch (line.step()) {
            case PREPARED, AUTHORISED -> "Authorised; everything can still be read.";
            case BEGUN -> "Not readable any more; the root key is not rotated yet.";
            case ROTATED ->
                "Not readable any more; recoverable with a backup and the old root key, which is destroyed after "
                        + Micros.instant(line.sinceMicros()).plus(Destruction.GRACE) + ".";
            case ROOTS_DESTROYED ->
                "The old root key is destroyed here; recoverable by "
                        + String.join(", ", roots.outstanding(line.root())) + " until they attest.";
            case DONE, STOPPED -> "Over.";
        };
    }

    /// Keys that no row of the key table names were written before a stop, or were replaced since.
    private void dropUnnamed() {
        if (store.gate().shutBecause().isPresent()
                || !Files.isDirectory(store.layout().survivors())) return;
        try {
            dropAllBut(named());
        } catch (IOException theyHarmNobody) {
            LOG.warn("Keys that count for nothing any more could not be deleted", theyHarmNobody);
        }
    }

    private Set<Path> named() {
        Set<Path> named = new HashSet<>();
        for (KeyTable.Row row : store.segments().keys().rows())
            named.add(store.segments().survivorsFile(row));
        return named;
    }

    private void dropAllBut(Set<Path> named) throws IOException {
        try (var files = Files.newDirectoryStream(store.layout().survivors())) {
            for (Path file : files) if (!named.contains(file)) Files.delete(file);
        }
        DurableFiles.forceFolder(store.layout().survivors());
    }

    @Override
    public void close() {
        hourly.shutdown();
        try {
            // Never interrupted: that would close channels under others.
            var _ = hourly.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
