package org.muniment.audit;

import org.jspecify.annotations.Nullable;

/// Nobody takes the trail away without saying why.
final class ExportNeedsAReason extends RuntimeException {
    private static final int REASON_LENGTH_MAX = 500;

    private ExportNeedsAReason() {
        super("Say in 1 to " + REASON_LENGTH_MAX
                + " characters why you take entries away: whose question they answer, or which matter they are for.");
    }

    /// Returns the reason that was given.
    static String in(@Nullable String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) throw new ExportNeedsAReason();
        return reason;
    }
}
