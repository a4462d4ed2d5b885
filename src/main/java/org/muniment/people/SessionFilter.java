package org.muniment.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.Asking;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// This is where a request gets its person, from the session cookie. Only a session that is complete and not locked
/// speaks for anybody. A request with a personal token is not looked at for a session, nor does it need the page's
/// token: no browser sends it on its own.
@Component
@Order(SessionFilter.ORDER)
final class SessionFilter extends OncePerRequestFilter {
    /// After the guards and headers of `web`.
    static final int ORDER = -50;

    /// On requests that the page makes by itself; they do not keep a session awake.
    private static final String BACKGROUND = "Muniment-Background";

    private final Sessions sessions;
    private final InstantSource clock;
    private final HandlerExceptionResolver refusals;

    SessionFilter(
            Sessions sessions,
            InstantSource clock,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.sessions = sessions;
        this.clock = clock;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (TokenFilter.isOfProgram(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Sessions.Seat> seat = sessions.seat(request);
        try {
            CsrfTokens.check(request, seat.map(Sessions.Seat::session));
        } catch (CsrfTokenIsWrong refusal) {
            // Known, so that the refusal is written down; nothing else follows.
            seat.ifPresent(at -> Asking.is(request, sessions.actor(at.person(), request)));
            refusals.resolveException(request, response, null, refusal);
            return;
        }
        if (seat.isPresent() && sessions.state(request) == SessionState.SIGNED_IN) speakFor(seat.get(), request);
        chain.doFilter(request, response);
    }

    private void speakFor(Sessions.Seat seat, HttpServletRequest request) {
        if (request.getHeader(BACKGROUND) == null) seat.session().touch(clock.instant());
        Asking.is(request, sessions.actor(seat.person(), request));
        seat.session().purpose().ifPresent(stated -> Asking.isFor(request, stated.purpose()));
    }
}
