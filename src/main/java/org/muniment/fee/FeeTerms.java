package org.muniment.fee;

import java.util.Optional;
import java.util.Set;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.RequesterKind;

/// This is what an officer has said about a request on which its fee depends.
///
/// @param hourlyRate what an hour costs the city itself
/// @param pageRate what a page costs the city itself
public record FeeTerms(
        RequesterKind requester, Set<Condition> met, Optional<Cents> hourlyRate, Optional<Cents> pageRate) {
    static final FeeTerms NONE = new FeeTerms(RequesterKind.OTHER, Set.of(), Optional.empty(), Optional.empty());

    public FeeTerms {
        met = Set.copyOf(met);
    }
}
