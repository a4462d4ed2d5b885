package org.muniment.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// This is a key that a person made for a program of theirs. It does no more than the person may, and less where its
/// scopes say so.
///
/// @param endsOn the last day it works
public record PersonalToken(
        long id,
        String name,
        List<TokenScope> scopes,
        Instant madeAt,
        LocalDate endsOn,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {
    public static final String PREFIX = "mun_";

    boolean works(LocalDate today) {
        return revokedAt.isEmpty() && !today.isAfter(endsOn);
    }
}
