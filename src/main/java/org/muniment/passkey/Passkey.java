package org.muniment.passkey;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.time.Instant;
import java.util.Optional;
import org.muniment.access.PersonId;

/// This is one device's key to one person's account.
///
/// @param label the person's own name for it
/// @param signCount how often the device says it signed; a lower one than before would be a copy
record Passkey(
        PersonId person,
        String label,
        AttestedCredentialData attested,
        long signCount,
        boolean canBackUp,
        boolean isBackedUp,
        Instant madeAt,
        Optional<Instant> lastUsedAt) {
    static final int LABEL_LENGTH_MAX = 100;

    byte[] credential() {
        return attested.getCredentialId();
    }
}
