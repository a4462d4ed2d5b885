package org.muniment.law;

import java.time.Instant;
import java.util.Optional;

/// This is a named person's word that a row says what the law says.
///
/// @param rowHash of the text it binds; a row that says something else since is not verified by it
/// @param statement what the person confirmed, in words
/// @param rowBody the row as it was then, JSON
public record Verification(
        long id,
        ProvisionId provision,
        String rowHash,
        String rowBody,
        String statement,
        String verifiedBy,
        Instant verifiedAt,
        Optional<Withdrawal> withdrawal) {

    /// The same person, or another of counsel, no longer stands by it.
    public record Withdrawal(String withdrawnBy, Instant withdrawnAt, String reason) {}

    boolean stands() {
        return withdrawal.isEmpty();
    }
}
