package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.archive.Archive;
import org.muniment.archive.Epoch;
import org.muniment.archive.Epochs;
import org.muniment.archive.StoreIsDamaged;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedTree;

/// A log that the archive's log took up from a backup: the same key under another name. A checkpoint that was
/// signed after that backup covers more than was taken up, and is the evidence of what is missing.
///
/// @param end how far it was taken up; empty if no entry says it
record TakenUpLog(SignedTree now, String origin, Optional<Epochs.End> end) implements SignedTree {
    static TakenUpLog of(Archive archive, String origin) throws IOException {
        return new TakenUpLog(archive.log(), origin, end(archive, origin));
    }

    private static Optional<Epochs.End> end(Archive archive, String origin) throws IOException {
        try {
            return archive.epochs().end(origin);
        } catch (StoreIsDamaged foundByTheCheckOfTheStore) {
            return Optional.empty();
        }
    }

    /// What a checkpoint shows that is not here.
    ///
    /// @param isExplained whether an entry says that these numbers were stepped over
    record Missing(String sentence, boolean isExplained) {}

    @Override
    public NoteVerifier verifier() {
        return now.verifier().named(origin);
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return now.checkpoint();
    }

    @Override
    public Hash root(long treeSize) throws IOException {
        return now.root(treeSize);
    }

    /// Returns the checkpoint that these bytes spell, if this log signed it, and what was taken up begins so as far
    /// as it can be compared. Throws [AnchorIsRefused].
    ///
    /// @param missing takes what it covers that is not here
    Checkpoint compare(byte[] bytes, Consumer<Missing> missing) throws IOException {
        try {
            Checkpoint checkpoint = LogVerifier.checkpoint(bytes, verifier());
            if (end.isEmpty() || checkpoint.size() <= end.get().epoch().entries())
                return AnchorCheck.requireBeginningOf(this, bytes);
            requireNoOther(checkpoint, end.get().epoch());
            missing.accept(missing(checkpoint.size(), end.get()));
            return checkpoint;
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new AnchorIsRefused("It is no checkpoint of the log " + origin + ": " + wrong.getMessage() + ".");
        }
    }

    private void requireNoOther(Checkpoint checkpoint, Epoch epoch) throws NoteIsMalformed {
        if (epoch.checkpoint().isEmpty()) return;
        Checkpoint known = Checkpoint.parse(epoch.checkpoint().get().getBytes(StandardCharsets.UTF_8));
        if (known.size() == checkpoint.size() && !known.root().equals(checkpoint.root()))
            throw new AnchorIsRefused("It and the checkpoint that was known when the archive was restored are both"
                    + " signed over %d entries, and differ: one was forged.".formatted(checkpoint.size()));
    }

    private Missing missing(long size, Epochs.End end) {
        Epoch epoch = end.epoch();
        long next = epoch.entries() + epoch.skipped();
        String sentence =
                "it covers %,d entries of the log %s, of which the backup of %s had the first %,d (entry %s \"epoch\")"
                        .formatted(size, origin, epoch.backupMadeAt(), epoch.entries(), end.number());
        String gone = ": numbers %d to %d were given away and are missing here, and this shows that they were there."
                .formatted(epoch.entries(), size - 1);
        return size <= next
                ? new Missing(sentence + gone, true)
                : new Missing(
                        sentence
                                + gone
                                + (" That was not known at the restore: %d to %d were not stepped over, and may have been"
                                                + " given again under this log's name. Look for what they named on the old disk, the"
                                                + " mirror, and with the senders.")
                                        .formatted(next, size - 1),
                        false);
    }
}
