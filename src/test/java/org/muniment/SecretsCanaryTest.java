package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.people.Browser;
import org.muniment.people.ReadyAccounts;

/// The whole server, as a city starts it, is led through sign-in, mail, search and errors. Nothing that is secret, and
/// nothing of the mail, is in what it says meanwhile.
class SecretsCanaryTest {
    private static final String PASSWORD = "the canary sings before dawn";
    private static final Duration START_MAX = Duration.ofMinutes(3);

    @TempDir
    Path home;

    private final List<String> secrets = new ArrayList<>(List.of(
            PASSWORD,
            "wrong-password-canary",
            "body-canary",
            "subject-canary",
            "sender-canary",
            "query-canary",
            "malformed-canary",
            "mun_token-canary",
            "link-canary",
            "header-canary"));
    private final int https = freePort();
    private final int smtp = freePort();
    private Process server;

    SecretsCanaryTest() throws IOException {}

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null && server.isAlive()) server.destroyForcibly().waitFor();
    }

    @Test
    void noSecretAndNoMailIsEverInTheLog() throws Exception {
        start();
        deliver();
        Browser administrator = setUp();
        Browser counsel = counsel(administrator);
        read(counsel);
        fail(counsel);
        for (Browser browser : List.of(administrator, counsel)) secrets.addAll(browser.cookieValues());
        secrets.add(Files.readString(home.resolve("passphrase")).strip());
        server.destroy();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String log = Files.readString(home.resolve("err"));
        assertThat(log).as("there is a log at all").contains("PASSPHRASE_EXPOSED");
        String greeting = Files.readString(home.resolve("out")).replaceAll("/set-up#\\S+", "");
        for (String secret : secrets) {
            assertThat(secret).hasSizeGreaterThanOrEqualTo(10);
            assertThat(log).doesNotContain(secret);
            assertThat(greeting).doesNotContain(secret);
        }
    }

    private void start() throws Exception {
        Path passphrase = Files.writeString(home.resolve("passphrase"), "passphrase-canary-of-the-keys\n");
        // Others may read it: that is worth an alarm, so that something is logged.
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-r--r--"));
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                productClassPath(),
                "-Dlogback.configurationFile=logback.xml",
                "-DMUNIMENT_STACK=full",
                Muniment.class.getName(),
                "serve",
                "--data",
                home.resolve("data").toString(),
                "--https",
                Integer.toString(https),
                "--smtp",
                Integer.toString(smtp),
                "--http",
                Integer.toString(freePort()),
                "--management",
                Integer.toString(freePort()));
        command.environment().put("MUNIMENT_PASSPHRASE_FILE", passphrase.toString());
        server = command.redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
    }

    /// Without the tests' classes: among them are servers of their own, which the product's would take for its parts.
    private static String productClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The secret of the one-time link, once the server has printed it.
    private String setUpSecret() throws Exception {
        Instant late = Instant.now().plus(START_MAX);
        while (Instant.now().isBefore(late) && server.isAlive()) {
            Matcher link = Pattern.compile("set-up#(\\S+)").matcher(Files.readString(home.resolve("out")));
            if (link.find()) return link.group(1);
            Thread.sleep(200);
        }
        throw new IllegalStateException("the server did not start: " + Files.readString(home.resolve("err")));
    }

    private void deliver() throws Exception {
        secrets.add(setUpSecret());
        try (Socket peer = new Socket("localhost", smtp)) {
            peer.setSoTimeout(60_000);
            peer.getOutputStream().write("""
                    EHLO header-canary.example
                    MAIL FROM:<sender-canary@city.example>
                    RCPT TO:<archive@city.example>
                    NONSENSE body-canary
                    DATA
                    From: sender-canary@city.example
                    Subject: subject-canary =?utf-8?B?broken?=
                    Content-Type: multipart/mixed; boundary=none

                    The heron says body-canary aloud.
                    .
                    QUIT
                    """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            String said = new String(peer.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(said).contains("250 2.0.0 Kept");
        }
    }

    private Browser setUp() throws Exception {
        Browser administrator = browser();
        administrator.get("/api/session");
        Browser.Answer first = administrator.ask("POST", "/api/set-up", """
                {"secret": "%s", "name": "Ines", "email": "ines@city.example", "password": "%s"}""".formatted(setUpSecret(), PASSWORD));
        assertThat(first.status()).as(first.whole().body()).isEqualTo(200);
        enrol(administrator);
        return administrator;
    }

    private Browser counsel(Browser administrator) throws Exception {
        Browser.Answer invited = administrator.ask("POST", "/api/people", """
                {"name": "Carl", "email": "carl@city.example", "roles": ["COUNSEL"], "departments": []}""");
        String secret = invited.text("link").replaceAll(".*#", "");
        secrets.add(secret);
        Browser counsel = browser();
        counsel.get("/api/session");
        assertThat(counsel.ask("POST", "/api/invitations/" + secret, "{\"password\": \"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);
        counsel.signIn("carl@city.example", "wrong-password-canary");
        counsel.signIn("wrong-password-canary@city.example", "wrong-password-canary");
        assertThat(counsel.signIn("carl@city.example", PASSWORD).status()).isEqualTo(200);
        enrol(counsel);
        Browser.Answer made = counsel.ask("POST", "/api/me/tokens", """
                {"password": "%s", "name": "a program", "scopes": ["read:mail"], "endsOn": "%s"}""".formatted(
                        PASSWORD, LocalDate.now(java.time.ZoneOffset.UTC).plusDays(5)));
        secrets.add(made.text("secret"));
        return counsel;
    }

    private void enrol(Browser browser) {
        secrets.addAll(browser.cookieValues());
        String key = browser.ask("POST", "/api/session/enrolment", "").text("key");
        secrets.add(key.replace(" ", ""));
        secrets.add(key);
        Browser.Answer enrolled =
                browser.ask("PUT", "/api/session/enrolment", """
                {"code": "%s"}""".formatted(ReadyAccounts.codeNow(key, Instant.now())));
        assertThat(enrolled.status()).as(enrolled.whole().body()).isEqualTo(200);
        enrolled.body().path("codes").forEach(code -> secrets.add(code.asString()));
        secrets.add(browser.get("/api/session").text("csrfToken"));
    }

    private void read(Browser counsel) {
        counsel.ask("PUT", "/api/session/purpose", "{\"kind\": \"MATTER\", \"reference\": \"2026-CV-104\"}");
        assertThat(counsel.get("/api/search?q=query-canary").status()).isEqualTo(200);
        for (String part : List.of("", "/html", "/source", "/raw", "/conversation"))
            assertThat(counsel.get("/api/messages/0" + part).status()).isEqualTo(200);
    }

    /// Every way of being wrong.
    private void fail(Browser counsel) {
        counsel.get("/api/search?q=query-canary%20nofield:malformed-canary");
        counsel.get("/api/messages/99999");
        counsel.get("/api/link-canary");
        counsel.get("/api/search?q=body-canary&after=malformed-canary");
        counsel.get("/api/search?q=body-canary&limit=malformed-canary");
        counsel.get("/api/search", "Authorization", "Bearer mun_token-canary");
        counsel.get("/api/session", "Cookie", "muniment-session=header-canary");
        counsel.ask("POST", "/api/invitations/link-canary", "{\"password\": \"" + PASSWORD + "\"}");
        for (String body : List.of("{malformed-canary", "{\"password\": {\"x\": \"wrong-password-canary\"}}", "[]"))
            counsel.ask("POST", "/api/session", body);
        counsel.ask("PUT", "/api/session/purpose", "{\"kind\": \"malformed-canary\", \"reference\": \"x\"}");
        counsel.ask("DELETE", "/api/search", "{\"q\": \"query-canary\"}");
        counsel.ask("POST", "/api/session/unlock", "{\"password\": \"wrong-password-canary\"}");
    }

    private Browser browser() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(home.resolve("data/tls/https/certificate.pem"))) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new Browser("https://localhost:" + https, context);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
