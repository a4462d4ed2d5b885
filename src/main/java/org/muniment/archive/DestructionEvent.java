package org.muniment.archive;

import java.util.List;
import java.util.Optional;

/// This is what the log says of destructions: what was authorised, what began, what is gone. Whoever follows the log
/// learns from [Begun] what to forget.
public sealed interface DestructionEvent {
    /// A destruction was authorised; nothing has happened yet.
    ///
    /// @param batch names it, also before it has a number
    /// @param formSha256 of the form that was signed, in hexadecimal
    /// @param captures what is to be destroyed
    /// @param repetitions deliveries that repeated them, whose envelopes go too
    /// @param heldAsOf the last entry that changed what is held when it was judged; -1 if none ever did
    record Authorised(
            String batch, String formSha256, AccessionRanges captures, AccessionRanges repetitions, long heldAsOf)
            implements DestructionEvent {
        /// Captures and repetitions.
        public AccessionRanges records() {
            return captures.and(repetitions);
        }
    }

    /// The keys of these records are out of use: whoever reads with this archive can open them no more.
    ///
    /// @param records those that were authorised
    record Begun(AccessionNumber authorisation, AccessionRanges records) implements DestructionEvent {}

    /// Nothing was destroyed: some of it is held since.
    record Stopped(AccessionNumber authorisation, AccessionRanges held) implements DestructionEvent {}

    /// Records that must be kept cannot be opened any more, and no entry says that their destruction was begun.
    record HeldAndGone(AccessionNumber authorisation, AccessionRanges held) implements DestructionEvent {}

    /// The root key under which these records could be opened is destroyed.
    ///
    /// @param rootVersion the newest root key that is gone, with all before it
    /// @param attestedBy who held a copy of one of them and attests that it is gone
    record KeysDestroyed(AccessionNumber authorisation, int rootVersion, List<String> attestedBy)
            implements DestructionEvent {
        public KeysDestroyed {
            attestedBy = List.copyOf(attestedBy);
        }
    }

    /// As it is written into the log.
    default LifecycleEvent written() {
        return DestructionText.of(this);
    }

    /// Returns what an event says of a destruction; empty if it is of something else, or not one this program wrote.
    static Optional<DestructionEvent> of(LifecycleEvent event) {
        return DestructionText.read(event);
    }
}
