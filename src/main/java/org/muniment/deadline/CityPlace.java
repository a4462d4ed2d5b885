package org.muniment.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.muniment.law.JurisdictionId;

/// This is the city's place in law: what its rules hang on beside its own rows.
///
/// @param jurisdiction whose law counts; absent until the administrator has said it
/// @param population as last counted; some fees depend on it
/// @param feePolicyOn when the city published its fee policy, where the law wants one; absent: it did
/// not
public record CityPlace(
        Optional<JurisdictionId> jurisdiction, Optional<Integer> population, Optional<LocalDate> feePolicyOn) {
    private static final int POPULATION_MAX = 50_000_000;

    public CityPlace {
        if (population.filter(number -> number < 1 || number > POPULATION_MAX).isPresent())
            throw new OfficeIsUnusable("A population is a whole number from 1 to 50,000,000. Correct it.");
    }
}
