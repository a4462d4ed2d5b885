package org.muniment.singlesignon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// This is a provider that answers what a test tells it to, however wrong.
final class ForgingDirectory implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> leads = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    ForgingDirectory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        document(issuer(), issuer());
        answers.put("/keys", "{\"keys\": []}");
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// Its discovery document says this issuer and has its endpoints there.
    void document(String issuer, String endpoints) {
        answers.put("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize", "token_endpoint": "%2$s/token",
                 "jwks_uri": "%2$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer, endpoints));
    }

    void says(String path, String json) {
        answers.put(path, json);
    }

    void leads(String path, String elsewhere) {
        leads.put(path, elsewhere);
    }

    void givesToken(String token) {
        answers.put("/token", """
                {"access_token": "a", "token_type": "Bearer", "id_token": "%s"}""".formatted(token));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        String lead = leads.get(path);
        if (lead != null) exchange.getResponseHeaders().add("Location", lead);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] body =
                answers.getOrDefault(path, "{\"error\": \"invalid_grant\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(lead != null ? 302 : answers.containsKey(path) ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
