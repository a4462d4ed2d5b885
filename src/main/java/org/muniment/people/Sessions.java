package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.springframework.stereotype.Component;

/// This is who sits at which browser. A session is found by the server's session cookie; it gets a new name whenever it
/// is worth more than before.
@Component
final class Sessions {
    private static final String SEAT = Seat.class.getName();
    private static final String SESSION = Session.class.getName();

    private final People people;
    private final SecondFactors factors;
    private final Departments departments;
    private final Policies policies;
    private final Grants grants;
    private final InstantSource clock;
    private final OpenSessions open = new OpenSessions();

    /// A session that is not over, and its person as of now. Roles that groups of the directory gave are among the
    /// person's only if the directory vouched for this session.
    record Seat(Session session, Person person) {}

    Sessions(
            People people,
            SecondFactors factors,
            Departments departments,
            Policies policies,
            Grants grants,
            InstantSource clock) {
        this.people = people;
        this.factors = factors;
        this.departments = departments;
        this.policies = policies;
        this.grants = grants;
        this.clock = clock;
    }

    /// The session of a request; one that is over is thrown away. Asked once a request, then remembered.
    Optional<Seat> seat(HttpServletRequest request) {
        if (request.getAttribute(SEAT) instanceof Seat known) return Optional.of(known);
        HttpSession http = request.getSession(false);
        if (http == null || !(http.getAttribute(SESSION) instanceof Session session)) return Optional.empty();
        Optional<Seat> seat = people.byId(session.person())
                .filter(person -> !person.isDisabled())
                .filter(person -> !session.isOver(people.sessionEpoch(person.id()), clock.instant()))
                .filter(_ -> session.stands())
                .map(person -> seatOf(session, person));
        seat.ifPresentOrElse(found -> request.setAttribute(SEAT, found), http::invalidate);
        return seat;
    }

    SessionState state(HttpServletRequest request) {
        return seat(request)
                .map(this::state)
                .orElseGet(() -> people.isEmpty() ? SessionState.SET_UP : SessionState.SIGNED_OUT);
    }

    private SessionState state(Seat seat) {
        if (!seat.session.isComplete())
            return factors.has(seat.person.id()) ? SessionState.SECOND_FACTOR : SessionState.ENROL_SECOND_FACTOR;
        if (seat.session.isLocked(clock.instant())) return SessionState.LOCKED;
        if (policies.isDue(seat.person.id())) return SessionState.ACKNOWLEDGE_POLICY;
        return SessionState.SIGNED_IN;
    }

    /// Begins a session that is halfway: the password was right. Any earlier one at this browser ends.
    Session begin(HttpServletRequest request, Person person) {
        end(request);
        Instant now = clock.instant();
        Session session = new Session(person.id(), placeOf(request), people.sessionEpoch(person.id()), now);
        request.getSession(true).setAttribute(SESSION, session);
        request.setAttribute(SEAT, seatOf(session, person));
        return session;
    }

    private Seat seatOf(Session session, Person person) {
        if (session.proof().isPresent()) return new Seat(session, person);
        Set<Role> roles = grants.byHand(person.id(), person.roles());
        return new Seat(session, new Person(person.id(), person.name(), person.email(), roles, person.isDisabled()));
    }

    /// Nothing more is asked of the person: what their proof brings with it is done. Returns the seat with the roles as
    /// they are from now on.
    Seat settled(Seat seat) {
        boolean wereAllEnded =
                seat.session.proof().map(proof -> proof.onceIn().getAsBoolean()).orElse(false);
        if (wereAllEnded) seat.session.outliveOnce();
        return seatOf(seat.session, people.byId(seat.person.id()).orElseThrow());
    }

    /// The person is fully signed in. The cookie's value changes, so that one planted before is worth nothing.
    void complete(HttpServletRequest request, Seat seat) {
        people.hasSignedIn(seat.person.id());
        request.changeSessionId();
        request.setAttribute(SEAT, seat);
        seat.session.complete(clock.instant());
        open.add(seat.session, clock.instant());
    }

    /// Those of the person that are not over, at whatever browser.
    List<Session> openOf(PersonId person) {
        return open.of(person, people.sessionEpoch(person), clock.instant()).stream()
                .filter(Session::stands)
                .toList();
    }

    void end(HttpServletRequest request) {
        request.removeAttribute(SEAT);
        HttpSession http = request.getSession(false);
        if (http == null) return;
        if (http.getAttribute(SESSION) instanceof Session session) session.end();
        http.invalidate();
    }

    private static Session.Place placeOf(HttpServletRequest request) {
        Optional<String> userAgent = Optional.ofNullable(request.getHeader("User-Agent"));
        return new Session.Place(BrowserName.of(userAgent), request.getRemoteAddr());
    }

    /// The person as an actor.
    Actor actor(Person person, HttpServletRequest request) {
        return new Actor(
                person.id(), person.name(), person.roles(), departments.of(person.id()), request.getRemoteAddr());
    }
}
