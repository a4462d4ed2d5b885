package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Nobody fills the memory with one form.
@SpringBootTest(classes = SignInTest.Opened.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BodyLimitTest {
    private final int port;

    BodyLimitTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void aStrangersFormIsShort() {
        Browser stranger = new Browser(port);
        assertThat(stranger.signIn("a@city.example", "x".repeat(60_000)).status())
                .isEqualTo(422);
        Browser.Answer refused = stranger.signIn("a".repeat(70_000) + "@city.example", "x");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("type")).isEqualTo("urn:muniment:problem:body-too-large");
        assertThat(refused.text("detail")).contains("65,536 bytes");
        assertThat(stranger.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aFormWithoutALengthIsNotRead() throws IOException, InterruptedException {
        URI session = URI.create("http://localhost:" + port + "/api/session");
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String page = client.send(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString())
                    .body();
            String token = page.replaceAll("(?s).*\"csrfToken\":\"([^\"]+)\".*", "$1");
            HttpRequest endless = HttpRequest.newBuilder(session)
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))
                    .header("Content-Type", "application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("X-CSRF-Token", token)
                    .build();
            assertThat(client.send(endless, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(411);
        }
    }
}
