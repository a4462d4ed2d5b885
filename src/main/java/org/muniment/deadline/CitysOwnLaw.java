package org.muniment.deadline;

import java.util.Optional;
import org.muniment.law.HomeJurisdiction;
import org.muniment.law.JurisdictionId;
import org.springframework.stereotype.Component;

/// Tells the page of the law whose law is the city's own.
@Component
final class CitysOwnLaw implements HomeJurisdiction {
    private final CityOffices offices;

    CitysOwnLaw(CityOffices offices) {
        this.offices = offices;
    }

    @Override
    public Optional<JurisdictionId> home() {
        return offices.place().jurisdiction();
    }
}
