package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.settings.CitySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// This is what gathers the session's view.
@Component
class SessionDesk {
    private final Sessions sessions;
    private final StatedPurposes purposes;
    private final ZoneId zone;
    private final CitySettings settings;
    private final boolean isDemonstration;
    private final ObjectProvider<OfferedWay> offered;
    private final ObjectProvider<SingleSignOnOffer> directory;

    SessionDesk(
            Sessions sessions,
            StatedPurposes purposes,
            ZoneId zone,
            CitySettings settings,
            @Value("${muniment.demonstration:false}") boolean isDemonstration,
            ObjectProvider<OfferedWay> offered,
            ObjectProvider<SingleSignOnOffer> directory) {
        this.sessions = sessions;
        this.purposes = purposes;
        this.zone = zone;
        this.settings = settings;
        this.isDemonstration = isDemonstration;
        this.offered = offered;
        this.directory = directory;
    }

    SessionView view(HttpServletRequest request, HttpServletResponse response) {
        Optional<Sessions.Seat> seat = sessions.seat(request);
        SessionState state = sessions.state(request);
        Optional<Sessions.Seat> signedIn = seat.filter(_ -> state == SessionState.SIGNED_IN);
        return new SessionView(
                state,
                CsrfTokens.token(request, response, seat.map(Sessions.Seat::session)),
                seat.map(Sessions.Seat::person).map(SessionView.Someone::of),
                signedIn.flatMap(at -> at.session().purpose()).map(SessionView.PurposeView::of),
                signedIn.map(at -> recent(at.person())).orElse(List.of()),
                SessionView.CityView.of(settings.city()),
                isDemonstration,
                zone.getId(),
                Session.IDLE_MAX.toSeconds(),
                ways(request));
    }

    private SessionView.Ways ways(HttpServletRequest request) {
        List<OfferedWay> other =
                offered.stream().filter(way -> way.worksAt(request)).toList();
        return new SessionView.Ways(
                true, other.contains(OfferedWay.PASSKEY), directory.stream().anyMatch(SingleSignOnOffer::isOffered));
    }

    private List<SessionView.PurposeView> recent(Person person) {
        return purposes.recent(person.id()).stream()
                .map(SessionView.PurposeView::of)
                .toList();
    }
}
