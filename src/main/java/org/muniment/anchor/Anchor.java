package org.muniment.anchor;

import java.time.Instant;

/// This is something outside that vouches for the log, as a list of them says it.
///
/// @param by the name of whoever vouches, from `anchors.properties`
/// @param at the time that the other gives; of a mail, when it was sent by this machine's clock
/// @param size how many entries of the log it covers
public record Anchor(Kind kind, String by, Instant at, long size) {
    /// How it vouches.
    public enum Kind {
        TIME_STAMP("time stamp"),
        RENEWAL("time stamp over an older one"),
        COSIGNATURE("signature of a witness"),
        MAILED("checkpoint to people");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// Whether somebody else gives the time, and not this machine.
        boolean isTimedOutside() {
            return this != MAILED;
        }

        public String words() {
            return words;
        }
    }

    /// One line: what, by whom, when, over how much.
    @Override
    public String toString() {
        return "%s by %s at %s over %d entries".formatted(kind.words(), by, at, size);
    }
}
