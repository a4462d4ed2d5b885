package org.muniment.fee;

import java.time.Instant;
import java.util.Optional;

/// This is a fee that was asked of a requester.
///
/// @param amount dollars with two decimals
/// @param words why it was waived or withdrawn, or how it was paid
public record FeeInvoice(
        long id,
        String amount,
        State state,
        FeeTold told,
        String madeBy,
        Instant madeAt,
        Optional<String> settledBy,
        Optional<Instant> settledAt,
        Optional<String> words) {

    /// Where it stands.
    public enum State {
        OPEN,
        PAID,
        WAIVED,
        WITHDRAWN
    }
}
