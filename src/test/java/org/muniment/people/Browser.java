package org.muniment.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This is one browser for a test: it keeps its cookies, and sends the page's token as the page does.
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String address;
    private String csrfToken = "";

    public Browser(int port) {
        this(port, "127.0.0.1");
    }

    /// A browser on another computer, of which this one pretends to be: any address that begins with 127.
    Browser(int port, String from) {
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(InetAddress.ofLiteral(from))
                .build();
        this.address = "http://localhost:" + port;
    }

    /// A browser at a server with HTTPS, whose certificate it trusts.
    public Browser(String address, SSLContext trusting) {
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .sslContext(trusting)
                .build();
        this.address = address;
    }

    /// The values of all its cookies.
    public List<String> cookieValues() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getValue())
                .toList();
    }

    /// An answer: its status, and its body as JSON.
    public record Answer(int status, JsonNode body, HttpResponse<String> whole) {
        public String text(String name) {
            return body.path(name).asString("");
        }
    }

    public Answer get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    public Answer ask(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin");
        if (headers.length > 0) request.headers(headers);
        else request.header("X-CSRF-Token", csrfToken);
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode body = isJson ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            if (body.has("csrfToken")) csrfToken = body.path("csrfToken").asString();
            return new Answer(answer.statusCode(), body, answer);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String state() {
        return get("/api/session", "Muniment-Background", "1").text("state");
    }

    public Answer signIn(String email, String password) {
        get("/api/session");
        return ask("POST", "/api/session", """
                {"email": "%s", "password": "%s"}""".formatted(email, password));
    }

    public Answer code(String code) {
        return ask("POST", "/api/session/second-factor", "{\"code\": \"" + code + "\"}");
    }

    /// Signs in somebody who has no second factor yet, and sets it up as of `now`. Returns the app's secret.
    public byte[] signInAndEnrol(String email, String password, Instant now) {
        signIn(email, password);
        byte[] secret = Base32.bytes(ask("POST", "/api/session/enrolment", "").text("key"));
        ask("PUT", "/api/session/enrolment", "{\"code\": \"" + Totp.code(secret, now) + "\"}");
        get("/api/session");
        return secret;
    }

    /// The session's cookie, or none.
    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("muniment-session"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }
}
