package org.muniment.singlesignon;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// This is the provider, asked over the network. It is asked nothing but what its own discovery document names,
/// waits no longer than a few seconds, and takes no algorithm but the one agreed on (never `none`, never a shared
/// key).
final class Provider {
    private static final int WAIT_MILLISECONDS_MAX = 5_000;
    private static final int ANSWER_BYTES_MAX = 1 << 20;
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private final SingleSignOnSettings settings;
    private final ClientID client;
    private final OIDCProviderMetadata metadata;

    private Provider(SingleSignOnSettings settings, OIDCProviderMetadata metadata) {
        this.settings = settings;
        this.client = new ClientID(settings.clientId());
        this.metadata = metadata;
    }

    /// Reads the provider's discovery document, which must say the very name of the issuer.
    static Provider of(SingleSignOnSettings settings) {
        try {
            Issuer issuer = new Issuer(settings.issuer());
            return new Provider(
                    settings, OIDCProviderMetadata.resolve(issuer, WAIT_MILLISECONDS_MAX, WAIT_MILLISECONDS_MAX));
        } catch (com.nimbusds.oauth2.sdk.GeneralException | IOException silent) {
            throw new ProviderDoesNotVouch("the provider's discovery document cannot be read", silent);
        }
    }

    URI addressFor(SignInAttempt attempt) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), client, settings.returnAddress())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    VouchedPerson redeem(SignInAttempt attempt, String code) {
        try {
            return personIn(claims(attempt, code));
        } catch (ProviderDoesNotVouch refused) {
            throw refused;
        } catch (Exception broken) {
            throw new ProviderDoesNotVouch("the provider's answer proves nothing", broken);
        }
    }

    private IDTokenClaimsSet claims(SignInAttempt attempt, String code) throws Exception {
        HTTPRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        new ClientSecretBasic(client, new Secret(settings.secret())),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code),
                                settings.returnAddress(),
                                new CodeVerifier(attempt.verifier())))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(WAIT_MILLISECONDS_MAX);
        request.setReadTimeout(WAIT_MILLISECONDS_MAX);
        request.setFollowRedirects(false);
        TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
        if (!answer.indicatesSuccess()) throw new ProviderDoesNotVouch("the provider refused the code");
        var tokens = (com.nimbusds.openid.connect.sdk.OIDCTokenResponse) answer.toSuccessResponse();
        IDTokenValidator validator = new IDTokenValidator(
                metadata.getIssuer(),
                client,
                ALGORITHM,
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(WAIT_MILLISECONDS_MAX, WAIT_MILLISECONDS_MAX, ANSWER_BYTES_MAX));
        return validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
    }

    private VouchedPerson personIn(IDTokenClaimsSet claims) {
        boolean isBelieved = settings.isEmailTrusted() || Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        String email = isBelieved ? textOf(claims, "email") : "";
        String name = textOf(claims, "name");
        return new VouchedPerson(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                email,
                name.isEmpty() ? email : name,
                listOf(claims, settings.groupClaim()),
                listOf(claims, "amr").contains("mfa"));
    }

    private static String textOf(IDTokenClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String text ? text : "";
    }

    private static Set<String> listOf(IDTokenClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof Collection<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
