package org.muniment.production;

import org.muniment.settings.City;
import org.muniment.settings.CitySettings;
import org.springframework.stereotype.Component;

/// This is the city's own letterhead, as it is set now.
@Component
public final class CityLetterhead {
    private final CitySettings settings;

    public CityLetterhead(CitySettings settings) {
        this.settings = settings;
    }

    public Letterhead now() {
        City city = settings.city();
        return new Letterhead(
                city.shownName(),
                settings.letterhead(),
                settings.seal().map(Seal::of).orElse(Seal.NONE));
    }
}
