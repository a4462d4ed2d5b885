package org.muniment.singlesignon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.PersonId;

/// Against a provider that forges, leads astray or never ends.
class ForgeryTest {
    private static final String SECRET = "a secret of this test, long enough to sign with it";

    private ForgingDirectory directory;
    private SignInAttempt attempt;

    @BeforeEach
    void start() throws Exception {
        directory = new ForgingDirectory();
        attempt = SignInAttempt.begun(1, Instant.now());
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void onlyATokenSignedByTheProvidersOwnKeyProvesAnything() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("its-own").generate();
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("its-own").generate();
        directory.says("/keys", new JWKSet(key.toPublicJWK()).toString());

        directory.givesToken(new PlainJWT(claims()).serialize());
        assertThatThrownBy(this::redeem).as("unsigned").isInstanceOf(ProviderDoesNotVouch.class);

        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        shared.sign(new MACSigner(SECRET));
        directory.givesToken(shared.serialize());
        assertThatThrownBy(this::redeem).as("signed with the shared secret").isInstanceOf(ProviderDoesNotVouch.class);

        directory.givesToken(signedWith(foreign));
        assertThatThrownBy(this::redeem).as("signed with another key").isInstanceOf(ProviderDoesNotVouch.class);

        directory.givesToken(signedWith(key));
        assertThat(redeem().subject()).isEqualTo("s-1");
    }

    @Test
    void theDiscoveryDocumentMustSayTheVeryIssuerAndKeepToItsEncryption() {
        directory.document("https://elsewhere.example", directory.issuer());
        assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
        directory.document(directory.issuer(), "http://elsewhere.example");
        assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
        directory.document(directory.issuer(), "file:///etc");
        assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        try (ForgingDirectory inner = new ForgingDirectory()) {
            directory.leads("/.well-known/openid-configuration", inner.issuer() + "/.well-known/openid-configuration");
            assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
            directory.leads("/.well-known/openid-configuration", "/elsewhere");
            assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
            assertThat(inner.asked).hasValue(0);
        }
        try (ForgingDirectory inner = new ForgingDirectory();
                ForgingDirectory outer = new ForgingDirectory()) {
            directory = outer;
            outer.leads("/token", inner.issuer() + "/token");
            assertThatThrownBy(this::redeem).isInstanceOf(RuntimeException.class);
            assertThat(inner.asked).as("the secret is not carried elsewhere").hasValue(0);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        directory.says("/.well-known/openid-configuration", "[" + "0,".repeat(1 << 20) + "0]");
        assertThatThrownBy(this::provider).isInstanceOf(DirectoryDoesNotAnswer.class);
    }

    private VouchedPerson redeem() {
        return provider().redeem(attempt, "code", Optional.empty());
    }

    private Provider provider() {
        SavedSettings saved = new SavedSettings(
                1,
                CityPeople.settings(directory.issuer()),
                new ClientSecret(SECRET),
                new PersonId(1),
                Instant.EPOCH,
                Optional.of(new SavedSettings.Confirmation(new PersonId(2), Instant.EPOCH)));
        return Provider.of(saved, BoundedHttp.newClient());
    }

    private String signedWith(RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(directory.issuer())
                .subject("s-1")
                .audience(CityDirectory.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("nonce", attempt.nonce())
                .build();
    }
}
