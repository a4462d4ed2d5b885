package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.muniment.archive.DestructionBook.Line;
import org.muniment.archive.DestructionBook.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down that a batch is to be destroyed, unless some of it must be kept.
final class Authorising {
    private static final Logger LOG = LoggerFactory.getLogger(Authorising.class);
    private static final int BATCH_NAME_BYTES = 16;

    private final OpenedStore store;
    private final DestructionLog log;
    private final DestructionBook book;
    private final HoldWatch holds;
    private final Leaving leaving;
    private final SecureRandom random;

    Authorising(
            OpenedStore store,
            DestructionLog log,
            DestructionBook book,
            HoldWatch holds,
            Leaving leaving,
            SecureRandom random) {
        this.store = store;
        this.log = log;
        this.book = book;
        this.holds = holds;
        this.leaving = leaving;
        this.random = random;
    }

    /// Throws [HoldsMoved], [CapturesAreHeld] or [BatchIsUnusable]; nothing is authorised then. After any other failure
    /// the log knows.
    Line authorise(AccessionRanges captures, String formSha256) throws IOException {
        String name = newName();
        // Before its repetitions are looked for: none comes behind them.
        leaving.add(name, captures);
        try {
            var batch = BatchRecords.of(store, captures);
            long version = holds.guard().version();
            var held = holds.guard().held(batch.records());
            if (!held.isEmpty()) throw new CapturesAreHeld(held);
            Line line = new Line(name, Step.PREPARED, store.growth().size(), -1, 0, 0);
            book.put(line);
            return line.authorisedBy(written(line, batch, formSha256, version));
        } catch (HoldsMoved | CapturesAreHeld | BatchIsUnusable refusal) {
            leaving.stays(name);
            throw refusal;
        }
    }

    private String newName() {
        byte[] name = new byte[BATCH_NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private AccessionNumber written(Line line, BatchRecords batch, String formSha256, long version) throws IOException {
        var event = new DestructionEvent.Authorised(
                line.batch(), formSha256, batch.captures(), batch.repetitions(), version);
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
}
