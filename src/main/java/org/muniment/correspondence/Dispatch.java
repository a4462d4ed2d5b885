package org.muniment.correspondence;

import java.time.Instant;
import java.time.LocalDate;

/// This is one way a letter went out, or was to go out.
///
/// @param note the Message-ID of a message; or what the person wrote; or why it did not leave
public record Dispatch(Way way, LocalDate on, String note, State state, String by, Instant at) {
    /// How something goes out or comes in.
    public enum Way {
        EMAIL,
        POST,
        HAND,
        PHONE,
        OTHER
    }

    public enum State {
        /// It may have left: the server stopped meanwhile.
        BEGUN,
        DONE,
        FAILED
    }
}
