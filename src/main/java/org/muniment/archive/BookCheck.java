package org.muniment.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.muniment.archive.DestructionBook.Line;

/// Compares where destructions stand by the book, which anybody with an editor can change, with the log.
record BookCheck(OpenedStore store, Consumer<String> findings) {
    /// It is tried every hour.
    private static final Duration LATE = Destruction.GRACE.plusDays(1);

    void run(Instant now) throws IOException {
        for (Line line : DestructionBook.read(store.layout().destructions())) check(line, now);
    }

    private void check(Line line, Instant now) throws IOException {
        if (line.authorisation() < 0) return;
        var history = new DestructionHistory(store);
        AccessionNumber authorisation = line.authorisationNumber();
        switch (line.step()) {
            case PREPARED, AUTHORISED, ROOTS_DESTROYED -> {}
            case STOPPED -> {
                if (!history.isStopped(authorisation)) isNotShown(authorisation, "was stopped");
            }
            case DONE -> {
                if (!history.isComplete(authorisation, line.root() - 1, line.position()))
                    isNotShown(authorisation, "is complete");
            }
            case BEGUN, ROTATED -> {
                var begun = history.lastBegun(authorisation);
                if (begun.isEmpty()) isNotShown(authorisation, "was begun");
                else if (now.isAfter(begun.get().plus(LATE)))
                    findings.accept("the destruction that entry " + authorisation + " authorised was begun at "
                            + begun.get() + ", and the old root key is not destroyed yet");
            }
        }
    }

    private void isNotShown(AccessionNumber authorisation, String what) {
        findings.accept(store.layout().destructions() + " says that the destruction that entry " + authorisation
                + " authorised " + what + ", and the log does not");
    }
}
