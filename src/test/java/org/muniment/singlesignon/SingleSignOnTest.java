package org.muniment.singlesignon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Role;
import org.springframework.web.util.UriComponentsBuilder;

/// Against a real provider, started here.
class SingleSignOnTest {
    private final MockOAuth2Server directory = new MockOAuth2Server();
    private Instant now = Instant.now();
    private final InstantSource clock = () -> now;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        directory.start();
    }

    @AfterEach
    void stop() {
        directory.shutdown();
    }

    @Test
    void whoTheProviderVouchesForIsTold() throws Exception {
        SingleSignOn way = way("");
        vouchFor(
                "archive",
                Map.of(
                        "email",
                        "ana@city.example",
                        "email_verified",
                        true,
                        "name",
                        "Ana Rivera",
                        "groups",
                        List.of("Archive Records"),
                        "amr",
                        List.of("pwd", "mfa")));
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        VouchedPerson person = way.finish(attempt, back.get("state"), back.get("code"));
        assertThat(person.email()).isEqualTo("ana@city.example");
        assertThat(person.subject()).isEqualTo("s-1");
        assertThat(person.groups()).containsExactly("Archive Records");
        assertThat(person.hadTwoFactors()).isTrue();
        assertThat(way.settings().groups()).containsEntry(Role.RECORDS_OFFICER, "Archive Records");
    }

    @Test
    void anAddressTheProviderDidNotVerifyIsNotBelievedUnlessTheOperatorSaysSo() throws Exception {
        Map<String, Object> claims = Map.of("email", "mayor@city.example", "name", "Not the mayor");
        assertThat(signedIn(way(""), claims).email()).isEmpty();
        assertThat(signedIn(way("trust-unverified-email=yes\n"), claims).email())
                .isEqualTo("mayor@city.example");
    }

    @Test
    void everyAttemptHasItsOwnStateNonceAndChallenge() throws Exception {
        SingleSignOn way = way("");
        SignInAttempt one = way.begin();
        SignInAttempt other = way.begin();
        Map<String, String> asked = parameters(way.addressFor(one));
        assertThat(asked)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("nonce", "state", "code_challenge");
        assertThat(asked.get("code_challenge")).isNotEqualTo(one.verifier());
        assertThat(asked.get("redirect_uri")).contains("archive.city.example").endsWith("/sign-in/single-sign-on");
        assertThat(one.state()).isNotEqualTo(other.state());
        assertThat(one.nonce()).isNotEqualTo(other.nonce());
        assertThat(one.verifier()).isNotEqualTo(other.verifier());
    }

    @Test
    void aStateOfAnotherBrowserIsRefused() throws Exception {
        SingleSignOn way = way("");
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        assertThatThrownBy(() -> way.finish(way.begin(), back.get("state"), back.get("code")))
                .isInstanceOf(ProviderDoesNotVouch.class)
                .hasMessageContaining("state");
    }

    @Test
    void aCodeOfAnotherAttemptIsRefused() throws Exception {
        SingleSignOn way = way("");
        Map<String, String> stolen = wentTo(way.addressFor(way.begin()));
        SignInAttempt thief = way.begin();
        assertThatThrownBy(() -> way.finish(thief, thief.state(), stolen.get("code")))
                .isInstanceOf(ProviderDoesNotVouch.class);
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        SingleSignOn way = way("");
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        way.finish(attempt, back.get("state"), back.get("code"));
        assertThatThrownBy(() -> way.finish(attempt, back.get("state"), back.get("code")))
                .isInstanceOf(ProviderDoesNotVouch.class);
    }

    @Test
    void aTokenForAnotherClientOfAnotherIssuerOrForAnotherAttemptIsRefused() throws Exception {
        SingleSignOn way = way("");
        for (String claim : List.of("aud", "nonce", "iss")) {
            assertThatThrownBy(() -> signedIn(way, Map.of(claim, "https://elsewhere.example")))
                    .as(claim)
                    .isInstanceOf(ProviderDoesNotVouch.class);
        }
        assertThat(signedIn(way, Map.of()).subject()).isEqualTo("s-1");
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        directory.enqueueCallback(
                new DefaultOAuth2TokenCallback("city", "s-1", "JWT", List.of("archive"), Map.of(), -3600));
        SingleSignOn way = way("");
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        assertThatThrownBy(() -> way.finish(attempt, back.get("state"), back.get("code")))
                .isInstanceOf(ProviderDoesNotVouch.class);
    }

    @Test
    void whoStaysAwayTooLongBeginsAgain() throws Exception {
        SingleSignOn way = way("");
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        now = now.plus(Duration.ofMinutes(11));
        assertThatThrownBy(() -> way.finish(attempt, back.get("state"), back.get("code")))
                .hasMessageContaining("too long ago");
    }

    @Test
    void aProviderWithoutEncryptionOrASecretIsRefusedAtTheStart() throws Exception {
        Files.writeString(folder.resolve("secret"), "s");
        Files.writeString(folder.resolve(SingleSignOnSettings.FILE), """
                issuer=http://login.city.example
                client-id=archive
                client-secret-file=secret
                address=https://archive.city.example
                """);
        assertThatThrownBy(() -> SingleSignOnSettings.in(folder))
                .isInstanceOf(SingleSignOnIsMisconfigured.class)
                .hasMessageContaining("issuer must begin with https://");
        Files.delete(folder.resolve("secret"));
        assertThatThrownBy(() -> SingleSignOnSettings.in(folder)).hasMessageContaining("client-secret-file");
        Files.delete(folder.resolve(SingleSignOnSettings.FILE));
        assertThat(SingleSignOnSettings.in(folder)).isEmpty();
    }

    private VouchedPerson signedIn(SingleSignOn way, Map<String, Object> claims) throws Exception {
        vouchFor("archive", claims);
        SignInAttempt attempt = way.begin();
        Map<String, String> back = wentTo(way.addressFor(attempt));
        return way.finish(attempt, back.get("state"), back.get("code"));
    }

    private SingleSignOn way(String more) throws Exception {
        Files.writeString(folder.resolve("secret"), "a secret of this test\n");
        Files.writeString(folder.resolve(SingleSignOnSettings.FILE), """
                issuer=%s
                client-id=archive
                client-secret-file=secret
                address=https://archive.city.example
                role.RECORDS_OFFICER=Archive Records
                """.formatted(directory.issuerUrl("city")) + more);
        return new SingleSignOn(SingleSignOnSettings.in(folder).orElseThrow(), clock);
    }

    private void vouchFor(String audience, Map<String, Object> claims) {
        directory.enqueueCallback(
                new DefaultOAuth2TokenCallback("city", "s-1", "JWT", List.of(audience), claims, 3600));
    }

    private static Map<String, String> wentTo(URI address) throws Exception {
        HttpResponse<Void> sentBack = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        return parameters(URI.create(sentBack.headers().firstValue("Location").orElseThrow()));
    }

    private static Map<String, String> parameters(URI address) {
        Map<String, String> decoded = new TreeMap<>();
        UriComponentsBuilder.fromUri(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> decoded.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return decoded;
    }
}
