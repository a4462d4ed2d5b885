package org.muniment.law;

import java.util.Optional;

/// This is what knows under whose law the city is.
public interface HomeJurisdiction {
    /// Returns it; empty while nobody has said.
    Optional<JurisdictionId> home();
}
