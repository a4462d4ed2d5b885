package org.muniment.singlesignon;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.stream.Stream;

/// This is the provider, asked over the network. It is asked nothing but what its own discovery document names, and no
/// signature counts but RS256 by its own keys (never `none`, never a shared key).
final class Provider {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private final SavedSettings saved;
    private final SingleSignOnSettings settings;
    private final ClientID client;
    private final OIDCProviderMetadata metadata;
    private final BoundedHttp http;

    private Provider(SavedSettings saved, OIDCProviderMetadata metadata, BoundedHttp http) {
        this.saved = saved;
        this.settings = saved.settings();
        this.client = new ClientID(settings.clientId());
        this.metadata = metadata;
        this.http = http;
    }

    /// Reads the provider's discovery document, which must say the very name of the issuer. Throws
    /// [DirectoryDoesNotAnswer].
    static Provider of(SavedSettings saved, HttpClient client) {
        String issuer = saved.settings().issuer();
        BoundedHttp http = new BoundedHttp(client, URI.create(issuer));
        try {
            URI document = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
            var metadata = OIDCProviderMetadata.parse(
                    http.retrieveResource(document.toURL()).getContent());
            if (!metadata.getIssuer().getValue().equals(issuer))
                throw new DirectoryDoesNotAnswer("the discovery document is that of another issuer, "
                        + metadata.getIssuer().getValue());
            Provider provider = new Provider(saved, metadata, http);
            provider.refuseUnlessEncrypted();
            return provider;
        } catch (IOException | ParseException silent) {
            throw new DirectoryDoesNotAnswer("the discovery document cannot be read: " + silent.getMessage());
        }
    }

    SavedSettings saved() {
        return saved;
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    BoundedHttp http() {
        return http;
    }

    /// Where to send the browser. The directory is asked for a proof no older than the lock of an
    /// idle screen, so that a screen left alone is not opened by whoever comes by.
    URI addressFor(SignInAttempt attempt) {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), client, settings.returnAddress())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .maxAge((int) IdToken.OLDEST_PROOF.toSeconds());
        if (!settings.acrWords().isEmpty())
            request.acrValues(
                    settings.acrWords().stream().sorted().map(ACR::new).toList());
        return request.build().toURI();
    }

    /// Who came back. Throws [ProviderDoesNotVouch], [DirectoryDoesNotAnswer].
    ///
    /// @param issuer what the address said in `iss` (RFC 9207), which keeps two providers apart
    VouchedPerson redeem(SignInAttempt attempt, String code, Optional<String> issuer) {
        boolean isOther = issuer.filter(said -> !said.equals(settings.issuer())).isPresent();
        if (isOther || (issuer.isEmpty() && metadata.supportsAuthorizationResponseIssuerParam()))
            throw new ProviderDoesNotVouch("the answer came by way of another issuer");
        try {
            return IdToken.read(claims(attempt, code), settings, attempt.begunAt());
        } catch (ProviderDoesNotVouch refused) {
            throw refused;
        } catch (Exception broken) {
            if (isOutage(broken)) throw new DirectoryDoesNotAnswer(String.valueOf(broken.getMessage()));
            throw new ProviderDoesNotVouch("the token proves nothing: " + broken.getMessage(), broken);
        }
    }

    /// Asks for tokens.
    TokenResponse answerTo(String code, String verifier) throws IOException, ParseException {
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        new ClientSecretBasic(client, new Secret(saved.secret().text())),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), settings.returnAddress(), new CodeVerifier(verifier)))
                .build();
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
    }

    private IDTokenClaimsSet claims(SignInAttempt attempt, String code) throws Exception {
        TokenResponse answer = answerTo(code, attempt.verifier());
        if (!answer.indicatesSuccess())
            throw new ProviderDoesNotVouch("the provider refused the code: "
                    + answer.toErrorResponse().getErrorObject().getCode());
        var tokens = (OIDCTokenResponse) answer.toSuccessResponse();
        var validator = new IDTokenValidator(
                metadata.getIssuer(), client, ALGORITHM, metadata.getJWKSetURI().toURL(), http);
        return validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
    }

    private void refuseUnlessEncrypted() {
        boolean isWhole = Stream.of(
                        Optional.ofNullable(metadata.getAuthorizationEndpointURI()),
                        Optional.ofNullable(metadata.getTokenEndpointURI()),
                        Optional.ofNullable(metadata.getJWKSetURI()))
                .allMatch(endpoint -> endpoint.filter(http::mayAsk).isPresent());
        if (!isWhole) throw new DirectoryDoesNotAnswer("the discovery document lacks an endpoint under https://");
    }

    private static boolean isOutage(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause())
            if (cause instanceof IOException) return true;
        return false;
    }
}
