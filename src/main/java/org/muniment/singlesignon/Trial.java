package org.muniment.singlesignon;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This is a trial of settings: everything is asked of the directory that a sign-in would ask, but for a person.
record Trial(List<TrialFinding> findings) {
    /// One thing that was looked at.
    ///
    /// @param sentence what was found, and where it is wrong, what to do
    record TrialFinding(Kind kind, String sentence) {}

    /// How it stands.
    enum Kind {
        RIGHT,
        NOT_KNOWN,
        WRONG
    }

    static Trial of(SavedSettings saved, Directory directory) {
        List<TrialFinding> findings = new ArrayList<>();
        try {
            Provider provider = directory.ask(saved);
            findings.add(right("The directory’s discovery document was read."));
            findings.add(algorithm(provider.metadata()));
            findings.add(proofKey(provider.metadata()));
            findings.add(keys(provider));
            findings.add(secret(provider));
        } catch (DirectoryDoesNotAnswer outage) {
            findings.add(wrong("The directory cannot be used: " + outage.why()
                    + ". Check the issuer: it is the address before /.well-known/openid-configuration."));
        }
        return new Trial(List.copyOf(findings));
    }

    private static TrialFinding algorithm(OIDCProviderMetadata metadata) {
        return Optional.ofNullable(metadata.getIDTokenJWSAlgs())
                        .filter(all -> all.contains(Provider.ALGORITHM))
                        .isPresent()
                ? right("It signs with RS256, as is asked here.")
                : wrong(
                        "It does not say that it signs with RS256. Choose that algorithm for this client in the directory.");
    }

    private static TrialFinding proofKey(OIDCProviderMetadata metadata) {
        return Optional.ofNullable(metadata.getCodeChallengeMethods())
                        .filter(all -> all.contains(CodeChallengeMethod.S256))
                        .isPresent()
                ? right("It takes the proof key of each sign-in (PKCE, S256).")
                : notKnown("It does not say whether it takes the proof key (PKCE). The archive sends it all the same.");
    }

    private static TrialFinding keys(Provider provider) {
        try {
            String text = provider.http()
                    .retrieveResource(provider.metadata().getJWKSetURI().toURL())
                    .getContent();
            return JWKSet.parse(text).getKeys().isEmpty()
                    ? wrong("It publishes no key to check its signatures with.")
                    : right("Its keys were read.");
        } catch (IOException | java.text.ParseException silent) {
            return wrong("Its keys cannot be read: " + silent.getMessage());
        }
    }

    // A made-up code is refused for one of two reasons (RFC 6749, 5.2): the client is not believed, or the code is not.
    private static TrialFinding secret(Provider provider) {
        try {
            TokenResponse answer =
                    provider.answerTo("made-up-" + new CodeVerifier().getValue(), new CodeVerifier().getValue());
            String said = answer.indicatesSuccess()
                    ? "success"
                    : String.valueOf(answer.toErrorResponse().getErrorObject().getCode());
            return switch (said) {
                case "invalid_client", "unauthorized_client" ->
                    wrong("It does not take the client id with this secret. Write both anew.");
                case "invalid_grant" -> right("It takes the client id and the secret.");
                default -> notKnown("Whether it takes the secret was not to be learned; a first sign-in will tell.");
            };
        } catch (IOException | com.nimbusds.oauth2.sdk.ParseException silent) {
            return wrong("It does not answer where tokens are asked for: " + silent.getMessage());
        }
    }

    private static TrialFinding right(String sentence) {
        return new TrialFinding(Kind.RIGHT, sentence);
    }

    private static TrialFinding notKnown(String sentence) {
        return new TrialFinding(Kind.NOT_KNOWN, sentence);
    }

    private static TrialFinding wrong(String sentence) {
        return new TrialFinding(Kind.WRONG, sentence);
    }
}
