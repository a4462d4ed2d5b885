package org.muniment.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// This is the proof that a request which changes something comes from our page: a header that no other site can set.
/// Whoever has no session has the token in a cookie of its own, so that a visitor costs the server no memory.
final class CsrfTokens {
    static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "csrf";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String COOKIE = "muniment-csrf";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private CsrfTokens() {}

    /// Throws [CsrfTokenIsWrong].
    static void check(HttpServletRequest request, Optional<Session> session) {
        if (HARMLESS.contains(request.getMethod())) return;
        Optional<String> expected = session.map(Session::csrfToken).or(() -> cookie(request));
        String said = said(request);
        if (said == null
                || expected.filter(token -> Secrets.areEqual(token, said)).isEmpty()) throw new CsrfTokenIsWrong();
    }

    /// In a header, or in a hidden field of a form that the browser itself sends, as for a download.
    private static @Nullable String said(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        return header == null && FORM.equals(request.getContentType()) ? request.getParameter(FIELD) : header;
    }

    /// The token of the session, or else of the visitor, who is given one.
    static String token(HttpServletRequest request, HttpServletResponse response, Optional<Session> session) {
        return session.map(Session::csrfToken).or(() -> cookie(request)).orElseGet(() -> given(request, response));
    }

    private static String given(HttpServletRequest request, HttpServletResponse response) {
        String token = Secrets.token();
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return token;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().length() >= 16)
                return Optional.of(cookie.getValue());
        }
        return Optional.empty();
    }
}
