package org.muniment.singlesignon;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.muniment.people.Browser;
import org.springframework.web.util.UriComponentsBuilder;

/// This is a real provider, started here, and a person's way to it and back.
final class CityDirectory implements AutoCloseable {
    static final String CLIENT = "archive";

    private final MockOAuth2Server server = new MockOAuth2Server();

    CityDirectory() {
        server.start();
    }

    String issuer() {
        return server.issuerUrl("city").toString();
    }

    /// What the next token says, beside that the person gave two factors just now.
    void vouchesFor(String subject, String email, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "email",
                email,
                "email_verified",
                true,
                "amr",
                List.of("pwd", "mfa"),
                "auth_time",
                ServedForTests.CLOCK.instant().getEpochSecond()));
        claims.putAll(more);
        claims.values().removeIf(value -> value.equals("nothing"));
        server.enqueueCallback(new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of(CLIENT), claims, 3600));
    }

    void vouchesTooLate(String subject, String email) {
        Map<String, Object> claims = Map.of("email", email, "email_verified", true);
        server.enqueueCallback(new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of(CLIENT), claims, -3600));
    }

    /// Where the page would send the browser.
    static URI departure(Browser browser) {
        browser.get("/api/session");
        return URI.create(
                browser.ask("POST", "/api/session/single-sign-on/departure", "").text("address"));
    }

    /// What the directory writes into the address of the page it sends the browser back to.
    static Map<String, String> wentTo(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> sentBack =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            return parameters(
                    URI.create(sentBack.headers().firstValue("Location").orElseThrow()));
        }
    }

    static Browser.Answer cameBack(Browser browser, String state, String code) {
        return browser.ask("POST", "/api/session/single-sign-on", """
                {"state": "%s", "code": "%s"}""".formatted(state, code));
    }

    /// There and back again.
    static Browser.Answer over(Browser browser) throws Exception {
        Map<String, String> back = wentTo(departure(browser));
        return cameBack(browser, back.get("state"), back.get("code"));
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> decoded = new TreeMap<>();
        UriComponentsBuilder.fromUri(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> decoded.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return decoded;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
