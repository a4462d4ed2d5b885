package org.muniment.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.AccessRefused;
import org.muniment.access.Allowance;
import org.muniment.access.AnsweredByRule;
import org.muniment.access.Asking;
import org.muniment.access.Network;
import org.muniment.access.Purpose;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// This is how a program comes in: `Authorization: Bearer mun_…`, and for reading `Muniment-Purpose: RECORDS_REQUEST;
/// 2026-014`. A token opens what its scopes name and nothing else; what only a person does (tokens, the second person's
/// confirmation, sessions) it never opens.
@Component
@Order(TokenFilter.ORDER)
final class TokenFilter extends OncePerRequestFilter {
    /// After the guards of `web`.
    static final int ORDER = -60;

    private static final String BEARER = "Bearer ";
    private static final String PURPOSE = "Muniment-Purpose";
    private static final Set<String> FOR_PEOPLE_ONLY = Set.of(
            "/api/me",
            "/api/session",
            "/api/grants",
            "/api/invitations",
            "/api/law",
            "/api/requests",
            "/api/set-up",
            "/api/single-sign-on");

    private final TokenSignIn signIn;
    private final HandlerExceptionResolver refusals;
    /// Each refusal of a known token is an entry of the audit trail; so many of them an address may cause.
    private final Allowance entries = new Allowance(300, 5, Duration.ofMinutes(1));

    TokenFilter(TokenSignIn signIn, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.signIn = signIn;
        this.refusals = refusals;
    }

    /// Whether a request comes with a token, and so without a session.
    static boolean isOfProgram(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) && AnsweredByRule.isAt(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfProgram(request)) {
            try {
                admit(request);
            } catch (AccessRefused refusal) {
                if (refusal instanceof TokenDoesNotWork) response.setHeader("WWW-Authenticate", "Bearer");
                refusals.resolveException(request, response, null, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        String token =
                request.getHeader("Authorization").substring(BEARER.length()).strip();
        String address = request.getRemoteAddr();
        String network = Network.ofAsker(address).prefix();
        entries.take(network, 1);
        TokenSignIn.Holder holder = signIn.signIn(token, address);
        entries.giveBack(network, 1);
        check(request.getRequestURI(), holder.scopes());
        Asking.is(request, holder.actor());
        purposeOf(request).ifPresent(purpose -> Asking.isFor(request, purpose));
    }

    private static void check(String path, Set<TokenScope> scopes) {
        if (FOR_PEOPLE_ONLY.stream().anyMatch(place -> isUnder(place, path)))
            throw new TokenScopeIsTooNarrow("Only a person who is signed in does this, on the archive's page.");
        TokenScope needed = isUnder("/api/search", path)
                ? TokenScope.READ_SEARCH
                : isUnder("/api/messages", path) ? TokenScope.READ_MAIL : TokenScope.ADMIN;
        if (!scopes.contains(needed))
            throw new TokenScopeIsTooNarrow("This needs a token with the scope " + needed.text() + ".");
    }

    private static boolean isUnder(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    private static Optional<Purpose> purposeOf(HttpServletRequest request) {
        String header = request.getHeader(PURPOSE);
        if (header == null) return Optional.empty();
        String[] halves = header.split(";", 2);
        try {
            return Optional.of(new Purpose(
                    Purpose.Kind.valueOf(halves[0].strip().toUpperCase(Locale.ROOT)),
                    halves.length == 2 ? halves[1] : ""));
        } catch (IllegalArgumentException malformed) {
            throw new EntryIsWrong("The header " + PURPOSE + " reads like RECORDS_REQUEST; 2026-014: a kind of purpose,"
                    + " a semicolon, and its reference in 1 to 200 characters.");
        }
    }
}
