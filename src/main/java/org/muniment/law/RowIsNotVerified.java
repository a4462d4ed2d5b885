package org.muniment.law;

/// Refusal: there is nothing to withdraw.
public final class RowIsNotVerified extends RuntimeException {
    RowIsNotVerified(String citation) {
        super(citation + " is not verified as it reads now. There is nothing to withdraw.");
    }
}
