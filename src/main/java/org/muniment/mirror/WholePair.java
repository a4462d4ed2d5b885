package org.muniment.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Two copies that are both whole at a start, each of which may turn out not to be writable. Without the mirror the
/// data
/// folder goes on alone. Without the data folder nothing does: what the archive needs besides is there only; and the
/// mirror takes no step then, so that it is behind no less than before once the disk is well again.
final class WholePair {
    private final Copies copies;
    private final Side data;
    private final Side mirror;
    private final List<String> folders;
    private final MirrorNews news;

    WholePair(Copies copies, List<String> folders, MirrorNews news) {
        this.copies = copies;
        this.data = copies.data();
        this.mirror = copies.mirror();
        this.folders = folders;
        this.news = news;
    }

    /// Makes both equal and lets them go through a step, or the data folder alone through one more: then the mirror is
    /// behind even if its disk took the step after all.
    ///
    /// @param ours what the data folder is to say, with the step
    /// @param theirs what the mirror is to say, without it
    /// @param unlocked why the mirror could not be locked
    /// @return the files that were damaged on one side and mended from the other
    List<String> begin(
            Pairing ours, Pairing theirs, Optional<IOException> unlocked, Judge judge, Supplier<String> names)
            throws IOException {
        writeOnData(data.requirePairing());
        Optional<IOException> trouble = unlocked.isPresent() ? unlocked : write(theirs);
        var reconciliation = new Reconciliation(copies, folders, judge, trouble);
        List<String> mended = List.copyOf(reconciliation.run());
        trouble = reconciliation.mirrorsTrouble();
        if (trouble.isEmpty()) trouble = write(theirs.through(ours.steps()));
        writeOnData(trouble.isEmpty() ? ours : ours.alone(names.get()));
        data.becomeWhole();
        if (trouble.isEmpty()) mirror.becomeWhole();
        else news.behind(mirror.name(), Copies.reason(trouble.get()));
        return mended;
    }

    private Optional<IOException> write(Pairing theirs) throws IOException {
        try {
            mirror.write(theirs);
            mirror.sayWhole();
            return Optional.empty();
        } catch (IOException trouble) {
            if (Shortage.is(trouble)) throw trouble;
            return Optional.of(trouble);
        }
    }

    void writeOnData(Pairing ours) throws IOException {
        try {
            data.write(ours);
            data.sayWhole();
        } catch (IOException trouble) {
            if (Shortage.is(trouble)) throw trouble;
            throw MirrorIsUnusable.dataIsReadOnly(data, mirror, trouble);
        }
    }
}
