package org.muniment.law;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/// This is what every row has, whatever it is about: one edition of one rule.
///
/// @param plain what it says, in plain words
/// @param officialText where the law itself can be read
/// @param effectiveFrom its first day; absent if nobody has found out, and then it counts as always
/// there
/// @param effectiveTo its last day; absent while no end is known
/// @param hash of what the row says, SHA-256 in hex; how we know it (source and mark) is left out
public record Provision(
        ProvisionId id,
        RowKind kind,
        String citation,
        String plain,
        Source source,
        Mark mark,
        Optional<URI> officialText,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> effectiveTo,
        String hash) {

    public JurisdictionId jurisdiction() {
        return id.jurisdiction();
    }

    public boolean isInForceOn(LocalDate day) {
        return effectiveFrom.stream().noneMatch(day::isBefore)
                && effectiveTo.stream().noneMatch(day::isAfter);
    }

    boolean overlaps(Provision other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Provision other) {
        return effectiveTo.isPresent()
                && other.effectiveFrom.isPresent()
                && effectiveTo.get().isBefore(other.effectiveFrom.get());
    }
}
