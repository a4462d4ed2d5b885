package org.muniment.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@SpringBootTest(
        classes = ManagementPortTest.Nothing.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
class ManagementPortTest {
    @Autowired
    Environment environment;

    @Test
    void monitoringFindsHealthAndMetricsAndNothingElse() throws IOException {
        assertThat(status("management", "GET", "/actuator/health", "localhost")).isEqualTo(200);
        assertThat(status("management", "GET", "/actuator/health/liveness", "localhost"))
                .isEqualTo(200);
        assertThat(status("management", "GET", "/actuator/prometheus", "127.0.0.1"))
                .isEqualTo(200);
        for (String closed : new String[] {
            "/", "/index.html", "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/error"
        }) {
            assertThat(status("management", "GET", closed, "localhost"))
                    .as(closed)
                    .isEqualTo(404);
        }
        assertThat(status("management", "POST", "/actuator/health", "localhost"))
                .isEqualTo(404);
    }

    @Test
    void aReboundNameIsNotAnswered() throws IOException {
        assertThat(status("management", "GET", "/actuator/health", "evil.example"))
                .isEqualTo(404);
    }

    @Test
    void thePageHasNoneOfIt() throws IOException {
        assertThat(status("server", "GET", "/actuator/health", "localhost")).isEqualTo(404);
        assertThat(status("server", "GET", "/actuator/prometheus", "localhost")).isEqualTo(404);
    }

    private int status(String door, String method, String path, String host) throws IOException {
        int port = environment.getRequiredProperty("local." + door + ".port", Integer.class);
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Nothing {}
}
