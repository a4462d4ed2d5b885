package org.muniment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.certificate.CertificateIsUnusable;
import org.muniment.certificate.PemFiles;
import org.muniment.certificate.ServerCertificate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class HttpsTest {
    private static final String CITY = "archive.city.example";
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private final Transport transport =
            new Transport(InetAddress.ofLiteral("127.0.0.1"), OptionalInt.of(0), 0, Set.of(CITY));
    private Instant clock = NOW;
    private Alarms alarms;
    private PemFiles files;
    private HttpsCertificate certificate;
    private ServletWebServerApplicationContext server;

    @BeforeEach
    void start() throws IOException {
        alarms = Alarms.in(folder.resolve("workflow"), InstantSource.system());
        files = PemFiles.in(folder.resolve("tls"));
        certificate = new HttpsCertificate(files, transport, alarms, () -> clock);
        SpringApplication application = new SpringApplication(WebOnly.class);
        application.addInitializers(context -> {
            var beans = (ServletWebServerApplicationContext) context;
            beans.registerBean(Transport.class, () -> transport);
            beans.registerBean(HttpsCertificate.class, () -> certificate);
        });
        server = (ServletWebServerApplicationContext) application.run();
    }

    @AfterEach
    void stop() {
        server.close();
        alarms.close();
    }

    @Test
    void thePlainPortOnlyLeadsToHttps() throws IOException {
        RawHttp.Answer answer = new RawHttp(plainPort()).get("/api/probe?q=a%20b", "Host: localhost:9");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.head()).contains("Location: https://localhost:" + httpsPort() + "/api/probe?q=a%20b\r\n");
        assertThat(answer.body()).isEmpty();
        assertThat(new RawHttp(plainPort())
                        .ask("POST", "/api/probe", "Host: " + CITY)
                        .status())
                .isEqualTo(308);
    }

    @Test
    void aForeignNameIsLedNowhere() throws IOException {
        RawHttp.Answer answer = new RawHttp(plainPort()).get("/", "Host: evil.example");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.head()).doesNotContain("Location");
    }

    @Test
    void theSelfMadeCertificateIsForThisComputerAndTheCitysNames() throws Exception {
        for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
            for (String name : new String[] {"localhost", CITY})
                assertThat(get(name, protocol).body()).as(name).isEqualTo("read");
        }
        assertThatThrownBy(() -> get("other.city.example", "TLSv1.3")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void oldTlsIsNotSpoken() {
        assertThatThrownBy(() -> get("localhost", "TLSv1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void theCitysNameIsBoundToHttpsAndThisComputersIsNot() throws Exception {
        assertThat(get(CITY, "TLSv1.3").head()).contains("Strict-Transport-Security: max-age=31536000");
        assertThat(get("localhost", "TLSv1.3").head()).doesNotContain("Strict-Transport-Security");
    }

    @Test
    void aNewCertificateIsTakenUpWithoutARestart() throws Exception {
        PemFiles others = PemFiles.in(folder.resolve("others"));
        ServerCertificate.open(others, List.of(CITY), NOW.plus(Duration.ofDays(1)), new SecureRandom());
        Files.copy(others.certificates(), files.certificates(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        certificate.look();
        assertThat(alarms.standing()).extracting(Alarm::kind).containsExactly(AlarmKind.CERTIFICATE_UNUSABLE);
        assertThat(alarms.standing().getFirst().sentence()).contains("not the one of the first certificate");

        Files.copy(others.privateKey(), files.privateKey(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        certificate.look();
        assertThat(alarms.standing()).isEmpty();
        assertThat(get(CITY, "TLSv1.3").body()).isEqualTo("read");
        assertThatThrownBy(() -> get("localhost", "TLSv1.3")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void anAlarmStandsFromThirtyDaysBeforeTheEnd() {
        Instant end = certificate.certificate().endsAt();
        clock = end.minus(Duration.ofDays(31));
        certificate.look();
        assertThat(alarms.standing()).isEmpty();
        clock = end.minus(Duration.ofDays(29));
        certificate.look();
        assertThat(alarms.standing()).extracting(Alarm::kind).containsExactly(AlarmKind.CERTIFICATE_ENDS);
    }

    @Test
    void anUnusableCertificateStopsTheStartWithASentence() throws IOException {
        PemFiles broken = PemFiles.in(Files.createDirectory(folder.resolve("broken")));
        Files.writeString(broken.certificates(), "no certificate");
        Files.writeString(broken.privateKey(), "no key");
        assertThatThrownBy(() -> new HttpsCertificate(broken, transport, alarms, () -> clock))
                .isInstanceOf(CertificateIsUnusable.class)
                .hasMessageContaining("certificate.pem")
                .hasMessageContaining("remove both");
    }

    private int httpsPort() {
        return server.getWebServer().getPort();
    }

    private int plainPort() {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        return tomcat.getService().findConnectors()[1].getLocalPort();
    }

    /// Asks as a browser would that trusts this certificate file and checks the name.
    private RawHttp.Answer get(String name, String protocol) throws IOException, GeneralSecurityException {
        try (Socket plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), httpsPort());
                SSLSocket socket =
                        (SSLSocket) trusting().getSocketFactory().createSocket(plain, name, httpsPort(), true)) {
            socket.setSoTimeout(10_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            String request = "GET /api/probe HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return RawHttp.Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(files.certificates())) {
            trusted.setCertificateEntry("own", (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
