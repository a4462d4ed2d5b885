package org.muniment.singlesignon;

import java.time.Instant;
import java.util.Optional;
import org.muniment.access.PersonId;

/// This is one version of the settings, with who saved it and which counsel confirmed it.
record SavedSettings(
        long version,
        SingleSignOnSettings settings,
        ClientSecret secret,
        PersonId savedBy,
        Instant savedAt,
        Optional<Confirmation> confirmation) {

    /// That a counsel let it come into force.
    record Confirmation(PersonId by, Instant at) {}

    boolean isInForce() {
        return confirmation.isPresent();
    }
}
