package org.muniment.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.PersonId;

/// This is the checking of what an authenticator signed: for this site, for this challenge, with the holder verified by
/// PIN, finger or face. That the device was held and its holder known to it is what makes it two factors.
final class Ceremony {
    static final ObjectConverter CONVERTER = new ObjectConverter();
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);
    private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

    /// Where the browser believes to be, such as `https://archive.city.example` and `archive.city.example`.
    record Site(String origin, String name) {
        private ServerProperty asking(byte[] challenge) {
            return ServerProperty.builder()
                    .origin(new Origin(origin))
                    .rpId(name)
                    .challenge(new DefaultChallenge(challenge))
                    .build();
        }
    }

    /// What a device answered: which key it used, and how often it has signed since.
    record Answer(Passkey passkey, long signCount, boolean isBackedUp) {}

    /// Throws [PasskeyIsRefused].
    Passkey registered(String json, Site site, byte[] challenge, PersonId person, String label, Instant now) {
        try {
            RegistrationData data = verified(json, site, challenge);
            AuthenticatorData<?> said = Optional.ofNullable(data.getAttestationObject())
                    .orElseThrow(() -> new PasskeyIsRefused("no attestation object"))
                    .getAuthenticatorData();
            AttestedCredentialData attested = Optional.ofNullable(said.getAttestedCredentialData())
                    .orElseThrow(() -> new PasskeyIsRefused("no credential"));
            return new Passkey(
                    person,
                    label,
                    attested,
                    said.getSignCount(),
                    said.isFlagBE(),
                    said.isFlagBS(),
                    now,
                    Optional.empty());
        } catch (DataConversionException | VerificationException | IllegalArgumentException broken) {
            throw new PasskeyIsRefused("the registration does not hold", broken);
        }
    }

    /// Throws [PasskeyIsRefused].
    Answer answered(String json, Site site, byte[] challenge, Passkeys known) {
        try {
            AuthenticationData data = parsed(json);
            byte[] credential = idIn(data);
            Passkey passkey =
                    known.byCredential(credential).orElseThrow(() -> new PasskeyIsRefused("nobody has this passkey"));
            manager.verify(
                    data,
                    new AuthenticationParameters(site.asking(challenge), record(passkey), List.of(credential), true));
            AuthenticatorData<?> said = Optional.ofNullable(data.getAuthenticatorData())
                    .orElseThrow(() -> new PasskeyIsRefused("no authenticator data"));
            return new Answer(passkey, said.getSignCount(), said.isFlagBS());
        } catch (DataConversionException | VerificationException | IllegalArgumentException broken) {
            throw new PasskeyIsRefused("the answer does not hold", broken);
        }
    }

    @SuppressWarnings("NullAway") // The library marks the bytes, not the array, as nullable.
    private static byte[] idIn(AuthenticationData data) {
        byte[] credential = data.getCredentialId();
        if (credential == null) throw new PasskeyIsRefused("no credential is named");
        return credential;
    }

    private RegistrationData verified(String json, Site site, byte[] challenge) {
        try {
            return manager.verifyRegistrationResponseJSON(
                    json, new RegistrationParameters(site.asking(challenge), KINDS, true, true));
        } catch (RuntimeException incomplete) {
            throw new PasskeyIsRefused("the registration is incomplete", incomplete);
        }
    }

    private AuthenticationData parsed(String json) {
        try {
            return manager.parseAuthenticationResponseJSON(json);
        } catch (RuntimeException incomplete) {
            // The library does not look whether the fields are there, nor whether it is JSON at all.
            throw new PasskeyIsRefused("the answer is incomplete", incomplete);
        }
    }

    @SuppressWarnings("NullAway") // The library takes nulls for what was not kept.
    private static CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.canBackUp(),
                passkey.isBackedUp(),
                passkey.signCount(),
                passkey.attested(),
                null,
                null,
                null,
                Set.of());
    }
}
