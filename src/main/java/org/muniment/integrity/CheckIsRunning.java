package org.muniment.integrity;

/// Refusal: two long checks at once would only be in each other's way.
public final class CheckIsRunning extends RuntimeException {
    CheckIsRunning(RunningCheck running) {
        super("A " + running.level() + " check is running since " + running.startedAt() + ", at entry "
                + running.done() + " of " + running.total() + " of the " + running.part()
                + ". Wait for its report, or run a quick check, which goes beside it.");
    }
}
