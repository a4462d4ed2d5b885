package org.muniment.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// These are the browsers at which a person has signed in completely, each known by a random cookie. It lets nobody in:
/// it only makes that failures elsewhere do not keep the person waiting here (OWASP, "device cookies").
@Component
class KnownBrowsers {
    static final String COOKIE = "muniment-browser";
    private static final Duration KEPT_FOR = Duration.ofDays(180);
    private static final int OF_A_PERSON_MAX = 20;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    KnownBrowsers(WorkflowDatabase database, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    /// A name for this browser, if this person has signed in here.
    Optional<String> nameOf(HttpServletRequest request, PersonId person) {
        return cookie(request)
                .map(Secrets::hash)
                .filter(hash -> isOf(hash, person))
                .map(HexFormat.of()::formatHex);
    }

    /// Knows the browser from now on. One that several people use keeps its cookie, so that it stays known to each.
    void remember(HttpServletRequest request, HttpServletResponse response, PersonId person) {
        Instant now = clock.instant();
        String secret =
                cookie(request).filter(given -> isKnown(Secrets.hash(given))).orElseGet(Secrets::token);
        database.done(() -> {
            sql.sql("MERGE INTO known_browser KEY (secret_hash, person) VALUES (:hash, :person, :now)")
                    .param("hash", Secrets.hash(secret))
                    .param("person", person.number())
                    .param("now", Columns.utc(now))
                    .update();
            return sweep(person, now);
        });
        ResponseCookie cookie = ResponseCookie.from(COOKIE, secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api")
                .maxAge(KEPT_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void forget(PersonId person) {
        database.done(() -> sql.sql("DELETE FROM known_browser WHERE person = :person")
                .param("person", person.number())
                .update());
    }

    private int sweep(PersonId person, Instant now) {
        sql.sql("DELETE FROM known_browser WHERE last_seen_at < :old")
                .param("old", Columns.utc(now.minus(KEPT_FOR)))
                .update();
        return sql.sql("""
                DELETE FROM known_browser WHERE person = :person AND secret_hash NOT IN
                    (SELECT secret_hash FROM known_browser WHERE person = :person
                     ORDER BY last_seen_at DESC FETCH FIRST :kept ROWS ONLY)""")
                .param("person", person.number())
                .param("kept", OF_A_PERSON_MAX)
                .update();
    }

    private boolean isOf(byte[] hash, PersonId person) {
        return sql.sql("""
                        SELECT COUNT(*) FROM known_browser
                        WHERE secret_hash = :hash AND person = :person AND last_seen_at >= :old""")
                        .param("hash", hash)
                        .param("person", person.number())
                        .param("old", Columns.utc(clock.instant().minus(KEPT_FOR)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean isKnown(byte[] hash) {
        return sql.sql("SELECT COUNT(*) FROM known_browser WHERE secret_hash = :hash")
                        .param("hash", hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies) if (cookie.getName().equals(COOKIE)) return Optional.of(cookie.getValue());
        return Optional.empty();
    }
}
