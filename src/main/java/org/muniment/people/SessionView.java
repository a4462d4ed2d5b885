package org.muniment.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Purpose;
import org.muniment.access.Role;
import org.muniment.settings.City;

/// This is everything the page must know before it shows anything.
///
/// @param csrfToken to be sent in `X-CSRF-Token` with every request that changes something
/// @param person absent until the password was right
/// @param recentPurposes newest first
/// @param timeZone where the archive's days begin and end
record SessionView(
        SessionState state,
        String csrfToken,
        Optional<Someone> person,
        Optional<PurposeView> purpose,
        List<PurposeView> recentPurposes,
        CityView city,
        boolean demonstration,
        String timeZone,
        long idleLockSeconds,
        Ways ways) {
    /// Who sits there.
    record Someone(long id, String name, String email, List<Role> roles) {
        static Someone of(Person person) {
            return new Someone(
                    person.id().number(),
                    person.name(),
                    person.email(),
                    person.roles().stream().sorted().toList());
        }
    }

    /// What is read for, and since when.
    record PurposeView(Purpose.Kind kind, String reference, Instant statedAt) {
        static PurposeView of(Session.StatedPurpose stated) {
            return new PurposeView(stated.purpose().kind(), stated.purpose().reference(), stated.at());
        }
    }

    /// Whose archive it is.
    ///
    /// @param seal where the picture is
    record CityView(String name, Optional<String> seal) {
        static CityView of(City city) {
            return new CityView(city.shownName(), city.sealAddress());
        }
    }

    /// By what people can sign in here.
    record Ways(boolean password, boolean passkey, boolean singleSignOn) {}
}
