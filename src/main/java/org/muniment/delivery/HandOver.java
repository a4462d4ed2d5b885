package org.muniment.delivery;

import java.time.Instant;
import java.util.Optional;

/// This is one link to one package of a release.
///
/// @param sha256 of the package, in hexadecimal
record HandOver(
        long id,
        DeliveryId delivery,
        Packing packing,
        long sizeBytes,
        String sha256,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        long downloads,
        Optional<Instant> lastDownloadAt) {
    enum Packing {
        PLAIN,
        /// ZIP with AES-256; the passphrase travels apart.
        ENCRYPTED
    }

    boolean worksAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
